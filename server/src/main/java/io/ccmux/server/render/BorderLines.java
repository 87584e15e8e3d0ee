package io.ccmux.server.render;

/** The characters borders are made of, for each value of {@code pane-border-lines}. */
enum BorderLines {
    // @formatter:off
    //     each place: the sides on which the border goes on, as bits: 8 left, 4 right, 2 top, 1 bottom
    SINGLE("···│·┌└├·┐┘┤─┬┴┼"),
    DOUBLE("···║·╔╚╠·╗╝╣═╦╩╬"),
    HEAVY ("···┃·┏┗┣·┓┛┫━┳┻╋"),
    SIMPLE("...|.+++.+++-+++"),
    /** The number of the pane it belongs to. */
    NUMBER("················"),
    SPACES("                ");
    // @formatter:on

    private final String joints;

    BorderLines(String joints) {
        this.joints = joints;
    }

    static BorderLines of(String option) {
        return switch (option) {
            case "double" -> DOUBLE;
            case "heavy" -> HEAVY;
            case "simple" -> SIMPLE;
            case "number" -> NUMBER;
            case "spaces", "none" -> SPACES;
            default -> SINGLE;
        };
    }

    int joint(int sides) {
        return joints.charAt(sides);
    }
}
