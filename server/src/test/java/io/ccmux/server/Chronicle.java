package io.ccmux.server;

import java.util.ArrayList;
import java.util.List;

import io.ccmux.persistence.Entry;
import io.ccmux.server.journal.EventTypes;
import io.ccmux.server.journal.RecordExtensions;
import io.ccmux.server.mux.Described;
import io.ccmux.server.mux.Event;

/** All transactions of many servers on one directory, as nobody but a test remembers them, and the states they make. */
final class Chronicle {
    private final List<Transaction> transactions = new ArrayList<>();
    /** The state after so many transactions, made as it is asked for. */
    private LoadedState state = empty();
    private int applied;

    /** Records as the journal was given them; {@code serial} is the last one's. */
    private record Transaction(long serial, long micros, List<Object> records) {}

    private static LoadedState empty() {
        var state = new LoadedState(false, RecordExtensions.installed());
        state.begin();
        return state;
    }

    void add(long serial, long micros, List<Event> events) {
        transactions.add(new Transaction(serial, micros, events.stream().map(EventTypes::record).toList()));
    }

    /** The serial of the last record there is. */
    long last() {
        return transactions.isEmpty() ? 0 : transactions.getLast().serial();
    }

    /** Whether a transaction ends there. */
    boolean whole(long serial) {
        return serial == 0 || transactions.get(upTo(serial) - 1).serial() == serial;
    }

    /** How many transactions end at a serial or before it. */
    private int upTo(long serial) {
        int count = transactions.size();
        while (count > 0 && transactions.get(count - 1).serial() > serial) {
            count--;
        }
        return count;
    }

    /** The serial of the first transaction with a record that has a word in it. */
    long serialOf(String word) {
        return transactions.stream().filter(
                transaction -> transaction.records().stream().anyMatch(record -> record.toString().contains(word)))
                .mapToLong(Transaction::serial).findFirst().orElseThrow(() -> new AssertionError(word + " never was"));
    }

    /** What all up to a serial make, as text. */
    List<String> stateAt(long serial) {
        int wanted = upTo(serial);
        if (wanted < applied) {
            state = empty();
            applied = 0;
        }
        for (; applied < wanted; applied++) {
            var transaction = transactions.get(applied);
            long first = transaction.serial() - transaction.records().size() + 1;
            for (int i = 0; i < transaction.records().size(); i++) {
                state.apply(new Entry(first + i, first, transaction.micros(), transaction.records().get(i)));
            }
        }
        return Described.all(state.mux().events());
    }

    /** What comes after a serial was lost with the power. */
    void forgetAfter(long serial) {
        int count = upTo(serial);
        transactions.subList(count, transactions.size()).clear();
        if (applied > count) {
            state = empty();
            applied = 0;
        }
    }

    /** Where two states begin to be different. */
    static String difference(List<String> expected, List<String> found) {
        int at = 0;
        while (at < Math.min(expected.size(), found.size()) && expected.get(at).equals(found.get(at))) {
            at++;
        }
        return "event " + at + "\n  expected " + (at < expected.size() ? expected.get(at) : "nothing") + "\n  found    "
                + (at < found.size() ? found.get(at) : "nothing");
    }
}
