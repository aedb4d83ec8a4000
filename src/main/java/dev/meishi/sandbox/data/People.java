package dev.meishi.sandbox.data;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The members, organisations and groups of the tenant and the properties it has defined; drawn when first asked for. */
public final class People {

    private final Seed seed;
    private final List<CustomProperty> properties;
    private volatile List<Member> members = List.of();

    People(Seed seed) {
        this.seed = seed;
        properties = CustomProperty.all(seed);
    }

    /** Every member, by number. */
    public List<Member> members() {
        if (members.isEmpty()) {
            members = Member.all(seed);
        }
        return members;
    }

    /** A member by id or, after {@code externalKey:}, by that. */
    public Optional<Member> member(String id) {
        String prefix = "externalKey:";
        return members().stream()
                .filter(member -> id.startsWith(prefix)
                        ? id.substring(prefix.length()).equals(member.externalKey())
                        : id.equals(member.id()))
                .findFirst();
    }

    /** Every organisation. */
    public List<Team> orgUnits() {
        return Team.orgUnits();
    }

    /** Every group. */
    public List<Team> groups() {
        return Team.groups();
    }

    /** The properties of contacts that the tenant has defined. */
    public List<CustomProperty> properties() {
        return properties;
    }

    /** The values of a generated contact by property. */
    public Map<CustomProperty, List<String>> values(ContactEntry entry) {
        return CustomProperty.values(seed, properties, entry.index());
    }
}
