package io.ccmux.server.render;

import java.util.Collection;
import java.util.Map;

import io.ccmux.server.format.Glob;
import io.ccmux.server.render.TerminalFeatures.Feature;

/**
 * What items of {@code terminal-overrides} say of a client's terminal: capabilities of terminfo by name, of which those
 * count that stand for a feature.
 *
 * <pre>
 *   xterm*:Tc                     has it
 *   linux*:smcup@:rmcup@          has it not
 *   rxvt*:colors=256:Ms=\\E]52;…  has it; how it is written is known
 * </pre>
 */
final class TerminalOverrides {
    private static final Map<String, String> FEATURES = Map.ofEntries(Map.entry("Tc", "rgb"), Map.entry("RGB", "rgb"),
            Map.entry("setrgbf", "rgb"), Map.entry("Ms", "clipboard"), Map.entry("Ss", "cstyle"),
            Map.entry("Cs", "ccolour"), Map.entry("Smulx", "usstyle"), Map.entry("Setulc", "usstyle"),
            Map.entry("Sync", "sync"), Map.entry("Smol", "overline"), Map.entry("smxx", "strikethrough"),
            Map.entry("Hls", "hyperlinks"), Map.entry("Enbp", "bpaste"), Map.entry("Enfcs", "focus"),
            Map.entry("Eneks", "extkeys"), Map.entry("rep", "rep"), Map.entry("bce", "bce"), Map.entry("tsl", "title"),
            Map.entry("kmous", "mouse"), Map.entry("BE", "bpaste"), Map.entry("XF", "focus"), Map.entry("TS", "title"));
    private static final String COLOURS = "colors=";
    private static final int DIGITS_MAX = 8;

    private TerminalOverrides() {}

    static TerminalFeatures apply(TerminalFeatures known, String term, Collection<String> items) {
        var features = known;
        for (String item : items) {
            String[] words = item.split(":");
            for (int i = 1; i < words.length && Glob.matches(words[0], term); i++) {
                features = apply(features, words[i]);
            }
        }
        return features;
    }

    private static TerminalFeatures apply(TerminalFeatures features, String word) {
        boolean on = !word.endsWith("@");
        String name = word.replaceFirst("[=@].*", "");
        if (name.equals("smcup")) {
            return features.with(Feature.ONE_SCREEN, !on);
        }
        String colours = word.startsWith(COLOURS) ? word.substring(COLOURS.length()) : "";
        if (colours.matches("[0-9]{1," + DIGITS_MAX + "}")) {
            return features.withColours(Math.clamp(Integer.parseInt(colours), 8, TerminalFeatures.RGB));
        }
        String feature = FEATURES.getOrDefault(name, "");
        return on ? features.with(feature) : features.without(feature);
    }
}
