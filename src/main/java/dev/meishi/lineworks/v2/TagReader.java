package dev.meishi.lineworks.v2;

import dev.meishi.json.JsonReader;
import dev.meishi.json.Members;
import dev.meishi.json.Text;
import dev.meishi.json.ValueReader;
import dev.meishi.lineworks.UpstreamTag;
import org.jspecify.annotations.Nullable;

/** Reads tags of API 2.0. */
final class TagReader implements ValueReader<UpstreamTag> {

    private final Members members;

    TagReader(UnknownMembers unknown) {
        members = unknown.of("contactTags", "contactTagId", "contactTagName", "type", "userId");
    }

    @Override
    public @Nullable UpstreamTag read(JsonReader json) {
        if (!json.isObject()) {
            return null;
        }
        Text id = null;
        Text name = null;
        Text type = null;
        Text userId = null;
        for (int at = json.member(members, Members.NONE); at != Members.NONE; at = json.member(members, at)) {
            switch (at) {
                case 0 -> id = json.text();
                case 1 -> name = json.text();
                case 2 -> type = json.text();
                case 3 -> userId = json.text();
                default -> throw new IndexOutOfBoundsException(at);
            }
        }
        return new UpstreamTag(
                Text.string(id), Text.string(name), KindNames.TAG.of(type), Text.string(type), Text.string(userId));
    }
}
