package io.ccmux.config;

import java.util.Optional;

/** What knows the names of keys: options and key tables hold names, but keys belong to the server's input. */
@FunctionalInterface
public interface KeyNames {
    /** Takes any name for a key's, for those who only need the rest of a value checked. */
    KeyNames UNCHECKED = Optional::of;

    /** The name by which the key is listed, empty when there is no such key. */
    Optional<String> canonical(String name);
}
