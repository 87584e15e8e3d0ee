package io.ccmux.persistence.storage;

import java.util.List;
import java.util.Map;

/** A change of names that is kept or lost as one. */
record NameChange(List<String> directories, Map<String, FaultNode> added, List<String> removed) {
    void apply(Map<String, FaultNode> target) {
        removed.forEach(target::remove);
        target.putAll(added);
    }

    /** A later change of the same names is on the medium: this one cannot undo it. */
    void yieldTo(NameChange later) {
        added.keySet().removeAll(later.removed);
        added.keySet().removeAll(later.added.keySet());
        removed.removeAll(later.added.keySet());
    }
}
