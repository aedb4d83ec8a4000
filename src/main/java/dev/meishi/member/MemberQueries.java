package dev.meishi.member;

import dev.meishi.contact.Contact;
import dev.meishi.contact.SharedMember;
import dev.meishi.contact.SharedMemberType;
import dev.meishi.failure.PartialFailure;
import dev.meishi.json.Text;
import dev.meishi.ledger.CurrentLedger;
import dev.meishi.lineworks.Domains;
import dev.meishi.lineworks.Kind;
import dev.meishi.member.MemberIds.Wanted;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Source;

/** The fields that name whom a contact has the ids of; each is called once for all objects of an answer. */
@RegisterForReflection // The extension does so for classes with queries, and these are fields of types alone.
@GraphQLApi
public class MemberQueries {

    private final Members members;
    private final Domains domains;
    private final CurrentLedger ledger;

    MemberQueries(Members members, Domains domains, CurrentLedger ledger) {
        this.members = members;
        this.domains = domains;
        this.ledger = ledger;
    }

    @Name("master")
    @Description(
            "The member who is the contact's master; null if there is none, or if the member has left. If the names cannot be looked up, each place has the error; masterUserId is there.")
    @Nullable
    public Uni<List<@Nullable Member>> master(@Source List<Contact> contacts) {
        List<@Nullable Wanted> wanted = new ArrayList<>(contacts.size());
        for (Contact contact : contacts) {
            wanted.add(wanted(contact.masterUserId(), contact.domainId(), Kind.Sharer.USER));
        }
        return members.of("master", wanted, ledger.get());
    }

    @Name("member")
    @Description(
            "The member, if it is one; null for organizations and groups, and if the member has left. If the names cannot be looked up, each place has the error; memberId is there.")
    @Nullable
    public Uni<List<@Nullable Member>> member(@Source List<SharedMember> sharedMembers) {
        List<@Nullable Wanted> wanted = new ArrayList<>(sharedMembers.size());
        for (SharedMember shared : sharedMembers) {
            Kind.Sharer kind = kind(shared.type());
            wanted.add(kind == Kind.Sharer.USER ? wanted(shared.memberId(), domains.own(), kind) : null);
        }
        return members.of("member", wanted, ledger.get());
    }

    @Name("name")
    @Description(
            "The name of the member, organization or group; null if it is gone. If the names cannot be looked up, each place has the error.")
    @Nullable
    public Uni<List<@Nullable String>> name(@Source List<SharedMember> sharedMembers) {
        List<@Nullable Wanted> wanted = new ArrayList<>(sharedMembers.size());
        for (SharedMember shared : sharedMembers) {
            wanted.add(wanted(shared.memberId(), domains.own(), kind(shared.type())));
        }
        return members.of("name", wanted, ledger.get())
                .map(found -> names(found))
                .onFailure(PartialFailure.class)
                .transform(thrown -> new PartialFailure(outcomes(thrown.outcomes())));
    }

    private static List<@Nullable String> names(List<@Nullable Member> found) {
        List<@Nullable String> names = new ArrayList<>(found.size());
        found.forEach(member -> names.add(name(member)));
        return names;
    }

    private static List<@Nullable Object> outcomes(List<@Nullable Object> found) {
        List<@Nullable Object> names = new ArrayList<>(found.size());
        found.forEach(one -> names.add(one instanceof Member member ? name(member) : one));
        return names;
    }

    private static @Nullable String name(@Nullable Member member) {
        return member == null ? null : Text.string(member.name());
    }

    private static @Nullable Wanted wanted(@Nullable Text id, String domainId, Kind.Sharer kind) {
        return id == null || id.isEmpty() ? null : new Wanted(new MemberIds(domainId, kind), id);
    }

    /** What is of no known type is most likely a member. */
    private static Kind.Sharer kind(SharedMemberType type) {
        return switch (type) {
            case ORGUNIT -> Kind.Sharer.ORGUNIT;
            case GROUP -> Kind.Sharer.GROUP;
            case USER, UNKNOWN -> Kind.Sharer.USER;
        };
    }
}
