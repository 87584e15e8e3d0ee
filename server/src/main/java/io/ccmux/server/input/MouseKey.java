package io.ccmux.server.input;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What the mouse did, with which button, and where: the parts of a mouse key such as {@code MouseDown1Pane}.
 *
 * <pre>
 *   code = Key.MOUSE | action &lt;&lt; 12 | button &lt;&lt; 8 | place
 * </pre>
 *
 * @param button 1 to 3 and 6 to 11; 0 for the wheel and for moves
 */
public record MouseKey(Action action, int button, Place place) {
    private static final int[] BUTTONS = {1, 2, 3, 6, 7, 8, 9, 10, 11};

    /** What the mouse did. */
    public enum Action {
        MOUSE_MOVE("MouseMove"), MOUSE_DOWN("MouseDown"), MOUSE_UP("MouseUp"), MOUSE_DRAG("MouseDrag"),
        MOUSE_DRAG_END("MouseDragEnd"), WHEEL_UP("WheelUp"), WHEEL_DOWN("WheelDown"), SECOND_CLICK("SecondClick"),
        DOUBLE_CLICK("DoubleClick"), TRIPLE_CLICK("TripleClick");

        private final String title;

        Action(String title) {
            this.title = title;
        }

        boolean hasButton() {
            return this != MOUSE_MOVE && this != WHEEL_UP && this != WHEEL_DOWN;
        }
    }

    /** Where it did it. */
    public enum Place {
        PANE("Pane"), STATUS("Status"), STATUS_LEFT("StatusLeft"), STATUS_RIGHT("StatusRight"),
        STATUS_DEFAULT("StatusDefault"), BORDER("Border"), SCROLLBAR_UP("ScrollbarUp"),
        SCROLLBAR_SLIDER("ScrollbarSlider"), SCROLLBAR_DOWN("ScrollbarDown"), CONTROL0("Control0"),
        CONTROL1("Control1"), CONTROL2("Control2"), CONTROL3("Control3"), CONTROL4("Control4"), CONTROL5("Control5"),
        CONTROL6("Control6"), CONTROL7("Control7"), CONTROL8("Control8"), CONTROL9("Control9");

        private final String title;

        Place(String title) {
            this.title = title;
        }
    }

    private static final Map<String, Integer> CODES = codes();

    /** The key of this, with the modifiers that were held. */
    public Key key(int modifiers) {
        return new Key(code(), modifiers);
    }

    /** What a mouse key says. */
    public static MouseKey of(Key key) {
        int bits = key.code() - Key.MOUSE;
        return new MouseKey(Action.values()[bits >> 12], bits >> 8 & 15, Place.values()[bits & 255]);
    }

    String name() {
        return action.title + (action.hasButton() ? button : "") + place.title;
    }

    /** The code of a name in lower case; -1 when it is not one of the mouse. */
    static int code(String lowerCase) {
        return CODES.getOrDefault(lowerCase, -1);
    }

    private int code() {
        return Key.MOUSE | action.ordinal() << 12 | button << 8 | place.ordinal();
    }

    private static Map<String, Integer> codes() {
        Map<String, Integer> codes = new HashMap<>();
        for (Action action : Action.values()) {
            for (Place place : Place.values()) {
                for (int button : action.hasButton() ? BUTTONS : new int[1]) {
                    MouseKey key = new MouseKey(action, button, place);
                    codes.put(key.name().toLowerCase(Locale.ROOT), key.code());
                }
            }
        }
        return Map.copyOf(codes);
    }
}
