package io.ccmux.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class OptionsTest {
    private static OptionValue parse(String name, String text) throws OptionException {
        return OptionTable.find(name).option().parse(text, KeyNames.UNCHECKED);
    }

    private static String fails(String name, String text) {
        return assertThrows(OptionException.class, () -> parse(name, text)).getMessage();
    }

    private static String text(OptionValue value) {
        return Options.EMPTY.with("@x", value).string("@x");
    }

    @Test
    void haveTheDefaultsOfTmuxButForHistory() {
        assertEquals(50_000, Options.EMPTY.number("history-limit"));
        assertEquals("C-b", Options.EMPTY.string("prefix"));
        assertEquals("bg=green,fg=black", Options.EMPTY.string("status-style"));
        assertEquals(3, Options.EMPTY.array("status-format").size());
        assertEquals("hold", Options.EMPTY.choice("respawn"));
        assertTrue(Options.EMPTY.flag("automatic-rename"));
        assertEquals("", Options.EMPTY.string("@nobody"));
    }

    @Test
    void fallBackToWhatIsBehindThem() {
        Options global = Options.EMPTY.with("mouse", new OptionValue.Text("on"));
        Options session = Options.EMPTY.with("@a", new OptionValue.Text("1")).over(global);
        assertTrue(session.flag("mouse"));
        assertFalse(session.with("mouse", new OptionValue.Text("off")).flag("mouse"));
        assertEquals(List.of("@a"), List.copyOf(session.own().keySet()));
        assertFalse(session.over(Options.EMPTY).flag("mouse"));
        assertEquals("", session.without("@a").string("@a"));
    }

    @Test
    void areFoundByTheirBeginning() throws OptionException {
        assertEquals("history-limit", OptionTable.find("history-l").option().name());
        assertEquals("status", OptionTable.find("status").option().name());
        assertEquals("cursor-colour", OptionTable.find("cursor-color").option().name());
        assertEquals(Optional.of(2), OptionTable.find("status-format[2]").index());
        assertEquals("ambiguous option: status-l",
                assertThrows(OptionException.class, () -> OptionTable.find("status-l")).getMessage());
        for (String wrong : List.of("foo", "", "status-format[x]", "status-format[", "status-format[-1]")) {
            assertEquals("invalid option: " + wrong,
                    assertThrows(OptionException.class, () -> OptionTable.find(wrong)).getMessage());
        }
    }

    @Test
    void takeWhatTheirKindAllows() throws OptionException {
        assertEquals("on", text(parse("mouse", "yes")));
        assertEquals("7", text(parse("base-index", "+7")));
        assertEquals("#ff00aa", text(parse("clock-mode-colour", "#FF00AA")));
        assertEquals("colour12", text(parse("clock-mode-colour", "color12")));
        assertEquals("brightred", text(parse("clock-mode-colour", "91")));
        assertEquals("fg=red,bold noitalics", text(parse("mode-style", "fg=red,bold noitalics")));
        assertEquals("#{?x,fg=red,}", text(parse("mode-style", "#{?x,fg=red,}")));
        assertEquals("100x30", text(parse("default-size", "100x30")));
        assertEquals("A B", text(parse("update-environment", "A,B")));
        assertEquals("a b", text(parse("@mine", "a b")));
    }

    @Test
    void sayWhatIsWrongInTmuxsWords() {
        assertEquals("unknown value: maybe", fails("status", "maybe"));
        assertEquals("bad value: maybe", fails("mouse", "maybe"));
        assertEquals("value is invalid: x", fails("history-limit", "x"));
        assertEquals("value is too small: -1", fails("history-limit", "-1"));
        assertEquals("value is too large: 99999999999999999999", fails("history-limit", "99999999999999999999"));
        assertEquals("bad colour: nocolour", fails("clock-mode-colour", "nocolour"));
        assertEquals("invalid style: fg=nocolour", fails("mode-style", "fg=nocolour"));
        assertEquals("value is invalid: 80", fails("default-size", "80"));
        assertEquals("syntax error", fails("default-client-command", "a {"));
    }

    @Test
    void appendAndSetItems() throws OptionException {
        Option environment = OptionTable.find("update-environment").option();
        OptionValue two = environment.parse("A B", KeyNames.UNCHECKED);
        assertEquals("A B C", text(environment.append(two, "C", KeyNames.UNCHECKED)));
        OptionValue gap = environment.parse(two, 5, "F", KeyNames.UNCHECKED);
        assertEquals("{0=A, 1=B, 5=F}", ((OptionValue.Items) gap).items().toString());
        assertEquals("A B G F", text(environment.append(gap, "G", KeyNames.UNCHECKED)));
        Option style = OptionTable.find("mode-style").option();
        assertEquals("fg=red,bold", text(style.append(new OptionValue.Text("fg=red"), "bold", KeyNames.UNCHECKED)));
        Option text = OptionTable.find("status-left").option();
        assertEquals("ab", text(text.append(new OptionValue.Text("a"), "b", KeyNames.UNCHECKED)));
        assertEquals("not an array: status-left", assertThrows(OptionException.class,
                () -> text.parse(new OptionValue.Text("a"), 1, "b", KeyNames.UNCHECKED)).getMessage());
    }

    @Test
    void toggle() throws OptionException {
        Option mouse = OptionTable.find("mouse").option();
        assertEquals("on", text(mouse.toggle(new OptionValue.Text("off"))));
        Option keys = OptionTable.find("mode-keys").option();
        assertEquals("vi", text(keys.toggle(new OptionValue.Text("emacs"))));
        assertEquals("emacs", text(keys.toggle(new OptionValue.Text("vi"))));
    }

    @Test
    void haveDefaultsThatTheyWouldTake() throws OptionException {
        for (Option option : OptionTable.rows()) {
            if (option.preset() instanceof OptionValue.Text(String preset)) {
                assertEquals(preset, text(option.parse(preset, KeyNames.UNCHECKED)), option.name());
            }
            assertFalse(option.help().isBlank(), option.name());
        }
    }
}
