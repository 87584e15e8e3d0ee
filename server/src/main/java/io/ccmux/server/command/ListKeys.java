package io.ccmux.server.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import io.ccmux.config.Words;
import io.ccmux.server.format.Trim;
import io.ccmux.server.format.Variables;
import io.ccmux.server.input.Binding;
import io.ccmux.server.input.Key;
import io.ccmux.server.mux.Mux;

/** Prints what keys do: as commands that bind them, or with -N as notes for people. */
final class ListKeys implements Command {
    private static final String FORMAT = "#{?notes_only,"
            + "#{key_prefix}#{p|#{key_string_width}:key_string} #{?key_note,#{key_note},#{key_command}},"
            + "bind-key #{?key_has_repeat,#{?key_repeat,-r ,   },}-T #{p|#{key_table_width}:key_table} "
            + "#{p|#{key_string_width}:key_string} #{key_command}}";

    @Override
    public Spec spec() {
        return new Spec("list-keys", "lsk",
                "[-1aNr] [-F format] [-O order] [-P prefix-string][-T key-table] [key]");
    }

    /** A key of a table, with what stands before it in notes. */
    private record Row(String table, String prefix, Key key, Binding binding) {
        /** What is printed of the key: a word that can be typed back, or its plain name. */
        String keyString(boolean notes) {
            return notes ? key.name() : Words.quote(key.name());
        }
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        Optional<Key> only = call.words().isEmpty()
                ? Optional.empty()
                : Optional.of(KeyTable.key(call.words().getFirst()));
        if (call.has('T') && !mux.keys().exists(call.value('T').orElse(""))) {
            throw new CommandException("table " + call.value('T').orElse("") + " doesn't exist");
        }
        boolean notes = call.has('N');
        var rows = new ArrayList<Row>();
        if (notes) {
            addNotes(call, mux, rows);
        } else {
            mux.keys().tables().keySet().stream().filter(table -> call.value('T').map(table::equals).orElse(true))
                    .forEach(table -> add(mux, table, "", rows));
        }
        rows.removeIf(row -> only.isPresent() && !row.key().equals(only.get()));
        if (only.isPresent() && rows.isEmpty()) {
            throw new CommandException("unknown key: " + call.words().getFirst());
        }
        var sorted = Output.sorted(call, rows, Map.of("key", Comparator.comparing(row -> row.key()
                .name()), "modifier", Comparator.comparing(Row::key)));
        return call.json()
                ? Output.list(call, FORMAT, Variables.Kind.KEY, things(call, sorted))
                : print(call, mux, lines(call, sorted));
    }

    private static Decision print(Call call, Mux mux, List<String> lines) throws CommandException {
        if (!call.has('1') || lines.isEmpty()) {
            return Decision.print(lines);
        }
        return call.scene().attached().filter(client -> !client.controlMode()).isPresent()
                ? Decision.of(
                        new Effect.Message(call.client(mux, 'c').id(), lines.getFirst(), OptionalInt.empty(), false,
                                true))
                : Decision.print(lines.getFirst());
    }

    /** Keys of the root and the prefix table, or of one, that are no mouse's and, without -a, have a note. */
    private static void addNotes(Call call, Mux mux, List<Row> rows) {
        if (call.has('T')) {
            add(mux, call.value('T').orElse(""), call.value('P').orElse(""), rows);
        } else {
            String prefix = mux.sessionOptions().string("prefix");
            String before = call.value('P').orElse(prefix.equals("None") ? "" : prefix + " ");
            add(mux, "root", " ".repeat(Trim.width(before)), rows);
            if (!prefix.equals("None")) {
                add(mux, "prefix", before, rows);
            }
        }
        rows.removeIf(row -> row.key().isMouse() || row.binding().note().isEmpty() && !call.has('a'));
    }

    private static void add(Mux mux, String table, String prefix, List<Row> rows) {
        mux.keys().table(table).forEach((key, binding) -> rows.add(new Row(table, prefix, key, binding)));
    }

    private static List<String> lines(Call call, List<Row> rows) {
        String format = call.value('F').orElse(FORMAT);
        return things(call, rows).stream().map(row -> row.text(format)).toList();
    }

    private static List<Expand> things(Call call, List<Row> rows) {
        boolean notes = call.has('N');
        int keyWidth = rows.stream().mapToInt(row -> Trim.width(row.keyString(notes))).max().orElse(0);
        int tableWidth = rows.stream().mapToInt(row -> Trim.width(row.table())).max().orElse(0);
        boolean repeats = rows.stream().anyMatch(row -> row.binding().repeat());
        var expand = call.expand().with("notes_only", notes ? "1" : "0")
                .with("key_has_repeat", repeats ? "1" : "0").with("key_string_width", Integer.toString(keyWidth))
                .with("key_table_width", Integer.toString(tableWidth));
        return rows.stream().map(row -> expand.with("key_table", row.table()).with("key_prefix", row.prefix())
                .with("key_string", row.keyString(notes)).with("key_note", row.binding().note())
                .with("key_repeat", row.binding().repeat() ? "1" : "0").with("key_command", row.binding().command()))
                .toList();
    }
}
