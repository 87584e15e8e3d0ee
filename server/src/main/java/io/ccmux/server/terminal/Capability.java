package io.ccmux.server.terminal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A terminfo capability that can be asked for with XTGETTCAP; one without a value is there or not. */
record Capability(String name, String value) {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int NAME_DIGITS_MAX = 16;

    // @formatter:off
    private static final List<Capability> ALL = List.of(
            new Capability("TN",     "tmux-256color"),
            new Capability("Co",     "256"),
            new Capability("colors", "256"),
            new Capability("RGB",    "8"),
            new Capability("Tc",     ""),
            new Capability("Su",     ""),
            new Capability("Smulx",  "\033[4:%p1%dm"),
            new Capability("Ms",     "\033]52;%p1%s;%p2%s\007"),
            new Capability("Ss",     "\033[%p1%d q"),
            new Capability("Se",     "\033[2 q"));
    // @formatter:on

    private static final Map<String, Capability> BY_CODE = ALL.stream()
            .collect(Collectors.toMap(capability -> hex(capability.name), Function.identity()));

    private static String hex(String text) {
        return HEX.formatHex(text.getBytes(US_ASCII));
    }

    /** The capability whose name is written in hexadecimal digits. */
    static Optional<Capability> named(String code) {
        return code.length() > NAME_DIGITS_MAX
                ? Optional.empty()
                : Optional.ofNullable(BY_CODE.get(code.toUpperCase(Locale.ROOT)));
    }

    String answer() {
        return value.isEmpty() ? hex(name) : hex(name) + "=" + hex(value);
    }
}
