package io.ccmux.server.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Another terminal shows what it should, however wide it takes characters to be: where it agrees with us, everything;
 * where it does not, all that is not in doubt itself, so that no border moves.
 */
class XtermJsTest {
    static final String[] WIDTHS = XtermJs.WIDTHS;
    private static final int SEEDS = 12;
    private static final int ROUNDS = 40;

    private final CellTable table = new CellTable();

    @ParameterizedTest
    @FieldSource("WIDTHS")
    void showsEveryCellThatIsNotInDoubt(String widths) throws IOException {
        assumeTrue(XtermJs.modules().isPresent(),
                () -> "skipped: there is no node, or " + XtermJs.MODULES + " names no folder with xterm.js");
        TerminalFeatures features = TerminalFeatures.of("xterm-256color", "", List.of(), "");
        for (long seed = 1; seed <= SEEDS; seed++) {
            Random random = new Random(seed);
            Canvas canvas = new Canvas(20 + random.nextInt(40), 2 + random.nextInt(10), table);
            try (XtermJs xterm = XtermJs.start(XtermJs.modules().orElseThrow(), widths, canvas.columns(),
                    canvas.rows())) {
                xterm.show(new OuterTerminal(features).enter());
                AnsiWriter writer = new AnsiWriter(features, table);
                for (int round = 0; round < ROUNDS; round++) {
                    RandomCanvas.change(canvas, random);
                    byte[] bytes = writer.update(canvas);
                    assertShows(canvas, xterm.show(bytes), widths + " seed " + seed + " round " + round);
                }
            }
        }
    }

    private static void assertShows(Canvas canvas, String[][] cells, String message) {
        for (int y = 0; y < canvas.rows(); y++) {
            for (int x = 0; x < canvas.columns(); x++) {
                int glyph = canvas.glyphAt(x, y);
                if (glyph != Glyph.RIGHT_HALF && !Glyph.isDoubtful(glyph)) {
                    assertEquals(canvas.text(x, y), cells[y][x], message + " cell " + x + "," + y);
                }
            }
        }
    }
}
