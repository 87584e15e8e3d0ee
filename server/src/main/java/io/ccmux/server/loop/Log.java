package io.ccmux.server.loop;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.ccmux.server.command.Scene;
import io.ccmux.server.mux.Mux;

/** What users were told and what they answered, for {@code show-messages} and the histories of prompts. */
final class Log {
    private final Mux mux;
    private final Deque<Scene.LoggedMessage> messages = new ArrayDeque<>();
    private final Map<String, List<String>> answers = new HashMap<>();

    private List<String> problems = List.of();
    private String news = "";
    private String offered = "";

    /** @param mux whose options say how much is kept */
    Log(Mux mux) {
        this.mux = mux;
    }

    void message(long micros, String text) {
        messages.add(new Scene.LoggedMessage(micros, text));
        while (messages.size() > mux.serverOptions().number("message-limit")) {
            messages.removeFirst();
        }
    }

    List<Scene.LoggedMessage> messages() {
        return List.copyOf(messages);
    }

    /** What is wrong with the configuration: whoever attaches first is told, too. */
    void problems(long micros, List<String> lines) {
        lines.forEach(line -> message(micros, line));
        problems = List.copyOf(lines);
    }

    /** What is wrong with the configuration, unless somebody was told. */
    List<String> takeProblems() {
        var taken = problems;
        problems = List.of();
        return taken;
    }

    /** A line for whoever attaches next: something happened while nobody looked. */
    void news(String text) {
        news = news.isEmpty() ? text : news + "; " + text;
    }

    /** What whoever attaches has not been told, or empty. */
    String takeNews() {
        String taken = news;
        news = "";
        return taken;
    }

    /** A file of commands for whoever attaches first, to be read or not; or empty. */
    void offer(String file) {
        offered = file;
    }

    /** The file that nobody was asked about yet, or empty. */
    String takeOffer() {
        String taken = offered;
        offered = "";
        return taken;
    }

    void answer(String kind, String text) {
        var known = answers.computeIfAbsent(kind, any -> new ArrayList<>());
        known.remove(text);
        known.add(text);
        while (known.size() > mux.serverOptions().number("prompt-history-limit")) {
            known.removeFirst();
        }
    }

    /** @param kind empty for all */
    void forgetAnswers(String kind) {
        if (kind.isEmpty()) {
            answers.clear();
        } else {
            answers.remove(kind);
        }
    }

    Map<String, List<String>> answers() {
        var copy = new HashMap<String, List<String>>();
        answers.forEach((kind, known) -> copy.put(kind, List.copyOf(known)));
        return copy;
    }
}
