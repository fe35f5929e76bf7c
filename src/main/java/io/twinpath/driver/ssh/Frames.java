package io.twinpath.driver.ssh;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a script printed, cut at its markers. Text before the first frame and between frames (banners, profiles) is passed
 * over.
 *
 * @param answers in the order of the calls
 */
record Frames(List<Answer> answers) {

    Frames {
        answers = List.copyOf(answers);
    }

    /** @param exit the exit code of one call */
    record Answer(int exit, String body) {}

    /** The output is not what the script prints. The message completes a sentence. */
    static final class BrokenFrames extends Exception {

        private static final long serialVersionUID = 1;

        BrokenFrames(String why) {
            super(why);
        }
    }

    /** @param longest the most bytes that one answer may have */
    static Frames of(Script script, byte[] output, int longest) throws BrokenFrames {
        // Bytes as characters, so that positions are those of the output; answers are decoded one by one.
        String text = new String(output, StandardCharsets.ISO_8859_1);
        List<Answer> answers = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < script.calls(); i++) {
            String begin = script.marker() + " b " + i + "\n";
            int start = lineStart(text, begin, at);
            String end = "\n" + script.marker() + " e " + i + " ";
            int stop = start < 0 ? -1 : text.indexOf(end, start + begin.length() - 1);
            int close = stop < 0 ? -1 : text.indexOf('\n', stop + end.length());
            if (close < 0) {
                throw new BrokenFrames("the answer to call " + (i + 1) + " of " + script.calls() + " is incomplete");
            }
            // The newline in front of the end marker is the script's own.
            int from = start + begin.length();
            int to = Math.max(from, stop);
            if (to - from > longest) {
                throw new BrokenFrames("one answer is longer than " + (longest >> 20) + " MiB");
            }
            answers.add(new Answer(
                    exit(text.substring(stop + end.length(), close)),
                    new String(output, from, to - from, StandardCharsets.UTF_8)));
            at = close;
        }
        return new Frames(answers);
    }

    private static int lineStart(String text, String begin, int at) {
        int start = text.indexOf(begin, at);
        while (start > 0 && text.charAt(start - 1) != '\n') {
            start = text.indexOf(begin, start + 1);
        }
        return start;
    }

    private static int exit(String digits) throws BrokenFrames {
        if (!digits.matches("[0-9]{1,3}")) {
            throw new BrokenFrames("an exit code is not a number");
        }
        return Integer.parseInt(digits);
    }
}
