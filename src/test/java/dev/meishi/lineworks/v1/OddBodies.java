package dev.meishi.lineworks.v1;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Makes up pages of contacts in which anything may stand in the place of anything. */
final class OddBodies {

    private static final List<String> STRINGS = List.of(
            "\"April\"",
            "\"山田 太郎\"",
            "\"a \\\"quoted\\\" one\\nof two lines\"",
            "\"\\u5c71\\ud842\\uDFB7 \\/ 😀\"",
            "\"2020-04-05T19:30:04+09:00\"",
            "\"\"");

    private static final List<String> ODD = List.of(
            "null",
            "\"\"",
            "\" \"",
            "\"\\t \"",
            "\"\u3000\"",
            "\"null\"",
            "\" null \"",
            "\"true\"",
            "\"TRUE\"",
            "\"tRue\"",
            "\" False \"",
            "\"x\"",
            "\" 7 \"",
            "\"+7\"",
            "\"7.0\"",
            "\"2147483648\"",
            "0",
            "-0",
            "1",
            "-7",
            "1.50",
            "0.0",
            "1e3",
            "-1.5E-3",
            "2147483647.5",
            "2147483648",
            "99999999999999999999",
            "01",
            "1.",
            "true",
            "false",
            "nul",
            "[]",
            "[ ]",
            "[null]",
            "[\"\"]",
            "[\" \"]",
            "[\"a\",null,1,true,2.5]",
            "[1,]",
            "{}",
            "[{}]",
            "[[]]",
            "{\"type\":1}",
            "[{\"type\":\"line\",\"x\":[{}]},null,\"\"]",
            "\"\\ud83d\"",
            "\"\\ude00\\ud83d\"",
            "\"\\ud83d\\ude00\"",
            "\"\\x\"",
            "\"\\u12\"",
            "\"名刺\"",
            "{\"value\":\"v\",\"represent\":\"true\"}");

    private static final List<String> OTHER_NAMES = List.of(
            "errorCode",
            "failType",
            "errorMessage",
            "description",
            "customProperties",
            "",
            "namesake",
            "e",
            "名",
            "n\\u0061me",
            "resourceI\\u0064",
            "\\u0065mails",
            "typ\\ud83d");

    /** Bytes that mean something in JSON, or must not stand there. */
    private static final String TELLING = "\"\\,:[]{} \n0e.-tfn\0\37ax";

    private static final String ID = "\"resourceId\":\"id\"";

    private final Random random;
    private final int oddity;

    OddBodies(Random random) {
        this.random = random;
        this.oddity = 20 + random.nextInt(200);
    }

    String list() {
        return random.nextInt(100) == 0 ? one(ODD) : object(JacksonContactList.class);
    }

    private String object(Class<?> type) {
        List<String> members = new ArrayList<>();
        for (RecordComponent component : components(type)) {
            if (random.nextInt(3) > 0 || isId(component)) {
                members.add(isId(component) ? ID : member(component.getName(), component.getGenericType()));
            }
            if (random.nextInt(oddity) == 0) {
                members.add(member(component.getName(), component.getGenericType()));
            }
        }
        while (random.nextInt(10) == 0) {
            members.add(member(one(OTHER_NAMES), random.nextBoolean() ? String.class : JacksonContact.Name.class));
        }
        if (random.nextInt(4) == 0) {
            Collections.shuffle(members, random);
        }
        String blank = random.nextInt(20) == 0 ? " \n\t\r" : "";
        return "{" + blank + String.join("," + blank, members) + blank + "}";
    }

    /** With none the whole page would be refused, and nothing be seen of the rest of it. */
    private static boolean isId(RecordComponent component) {
        return component.getDeclaringRecord().equals(JacksonContact.class)
                && component.getName().equals("resourceId");
    }

    private String member(String name, Type type) {
        return "\"" + name + "\":" + value(type);
    }

    private String value(Type type) {
        if (random.nextInt(oddity) == 0) {
            return one(ODD);
        }
        if (type instanceof ParameterizedType list) {
            List<String> elements = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                elements.add(value(list.getActualTypeArguments()[0]));
            }
            return "[" + String.join(",", elements) + "]";
        }
        if (type == Boolean.class) {
            return String.valueOf(random.nextBoolean());
        }
        if (type == Integer.class) {
            return String.valueOf(random.nextInt(100));
        }
        return type == String.class ? one(STRINGS) : object((Class<?>) type);
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** One to three bytes changed, added or taken away, or the end missing. */
    static byte[] broken(byte[] whole, Random random) {
        byte[] body = whole;
        for (int i = random.nextInt(3); i >= 0 && body.length > 0; i--) {
            int at = random.nextInt(body.length);
            byte[] rest = Arrays.copyOfRange(body, at, body.length);
            byte[] start = Arrays.copyOf(body, at);
            byte other = (byte) TELLING.charAt(random.nextInt(TELLING.length()));
            switch (random.nextInt(8)) {
                case 0 -> body = start;
                case 1 -> body = joined(start, Arrays.copyOfRange(rest, 1, rest.length));
                case 2, 3 -> body = joined(joined(start, new byte[] {other}), rest);
                case 4 -> body = joined(start, new byte[] {(byte) random.nextInt()}, rest);
                default -> {
                    body = body.clone();
                    body[at] = random.nextInt(5) == 0 ? (byte) random.nextInt() : other;
                }
            }
        }
        return body;
    }

    private static byte[] joined(byte[]... parts) {
        byte[] all = new byte[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    static List<RecordComponent> components(Class<?> type) {
        return List.of(type.getRecordComponents());
    }

    static @Nullable Object value(RecordComponent component, Object record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(component.getName(), e);
        }
    }
}
