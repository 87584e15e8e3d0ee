package io.ccmux.server.loop;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.ccmux.server.command.Scene;

/** What users were told and what they answered, for {@code show-messages} and the histories of prompts. */
final class Log {
    private static final int MESSAGES_MAX = 1_000;
    private static final int ANSWERS_MAX = 100;

    private final Deque<Scene.LoggedMessage> messages = new ArrayDeque<>();
    private final Map<String, List<String>> answers = new HashMap<>();

    private String news = "";

    void message(long micros, String text) {
        if (messages.size() == MESSAGES_MAX) {
            messages.removeFirst();
        }
        messages.add(new Scene.LoggedMessage(micros, text));
    }

    List<Scene.LoggedMessage> messages() {
        return List.copyOf(messages);
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

    void answer(String kind, String text) {
        var known = answers.computeIfAbsent(kind, any -> new ArrayList<>());
        known.remove(text);
        known.add(text);
        if (known.size() > ANSWERS_MAX) {
            known.removeFirst();
        }
    }

    void forgetAnswers(String kind) {
        answers.remove(kind);
    }

    Map<String, List<String>> answers() {
        return Map.copyOf(answers);
    }
}
