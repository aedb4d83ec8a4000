package dev.meishi.lineworks.v2;

import dev.meishi.lineworks.Speaks;
import dev.meishi.lineworks.UpstreamAddress;
import dev.meishi.lineworks.UpstreamApi;
import dev.meishi.lineworks.UpstreamConfig;
import dev.meishi.lineworks.http.RawCalls;
import dev.meishi.lineworks.http.RestClients;
import dev.meishi.lineworks.oauth.OneToken;
import dev.meishi.lineworks.probe.Expected;
import dev.meishi.lineworks.probe.Granted;
import dev.meishi.lineworks.probe.Probe;
import dev.meishi.lineworks.probe.ProbedApi;
import dev.meishi.lineworks.probe.RawAnswer;
import dev.meishi.memory.Memory;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The operations of API 2.0 that read contacts, tags, members, groups and organisations. */
@Singleton
@Speaks(UpstreamApi.V2)
public class ProbedV2 implements ProbedApi {

    private static final List<String> CONTACT = List.of("contact.read", "contact");
    private static final List<String> MEMBER = List.of("user.read", "user", "directory.read", "directory");
    private static final List<String> DIRECTORY = List.of("directory.read", "directory");
    private static final List<String> GROUP = List.of("group.read", "group", "directory.read", "directory");
    private static final List<String> ORG_UNIT = List.of("orgunit.read", "orgunit", "directory.read", "directory");

    private static final Map<String, String> ORDERED = Map.of("count", "100", "orderBy", "modifiedTime desc");

    private static final Map<String, String> FIRST = Map.of("count", "100");

    private final OneToken token;
    private final UpstreamConfig config;
    private final UpstreamAddress address;
    private final Memory memory;
    private final boolean sandbox;
    private @Nullable RawCalls calls;

    ProbedV2(
            OneToken token,
            UpstreamConfig config,
            UpstreamAddress address,
            Memory memory,
            @ConfigProperty(name = "meishi.sandbox.enabled", defaultValue = "false") boolean sandbox) {
        this.token = token;
        this.config = config;
        this.address = address;
        this.memory = memory;
        this.sandbox = sandbox;
    }

    @Override
    public List<Probe> probes() {
        return List.of(
                contacts(ORDERED, "GET /contacts")
                        .required()
                        .finding(Map.of(
                                "contactId", "/contacts/*/contactId",
                                "cursor", "/responseMetaData/nextCursor",
                                "userId", "/contacts/*/permission/masterUserId")),
                contacts(
                        Map.of("count", "100", "orderBy", "modifiedTime desc", "cursor", "{cursor}"),
                        "GET /contacts, second page"),
                Probe.get("/contacts/{contactId}", Map.of(), ContactShape.CONTACT)
                        .allowedBy(CONTACT)
                        .unlocking("contact, node")
                        .required(),
                Probe.get("/contacts/{contactId}/photo", Map.of(), Expected.NOTHING)
                        .allowedBy(CONTACT)
                        .unlocking("photos"),
                Probe.get("/contacts/custom-properties", Map.of(), OtherShapes.CUSTOM_PROPERTIES)
                        .allowedBy(CONTACT)
                        .unlocking("custom properties"),
                Probe.get("/contact-tags", FIRST, OtherShapes.TAGS)
                        .allowedBy(CONTACT)
                        .unlocking("tags, Contact.tags")
                        .required()
                        .finding(Map.of("contactTagId", "/contactTags/*/contactTagId")),
                Probe.get("/contact-tags/{contactTagId}", Map.of(), OtherShapes.TAG)
                        .allowedBy(CONTACT)
                        .unlocking("tags"),
                Probe.get("/users", FIRST, OtherShapes.MEMBERS)
                        .allowedBy(MEMBER)
                        .unlocking("names of members")
                        .finding(Map.of("userId", "/users/*/userId")),
                Probe.get("/users/external-keys", FIRST, OtherShapes.KEYS_OF_MEMBERS)
                        .allowedBy(DIRECTORY)
                        .unlocking("names of members, in fewer calls"),
                Probe.get("/users/{userId}", Map.of(), Expected.NOTHING)
                        .allowedBy(MEMBER)
                        .unlocking("names of members"),
                Probe.get("/users/{userId}/contacts", ORDERED, ContactShape.LIST)
                        .allowedBy(CONTACT)
                        .unlocking("filter.accessibleTo"),
                Probe.get("/users/{userId}/contact-tags", FIRST, OtherShapes.TAGS)
                        .allowedBy(CONTACT)
                        .unlocking("tags of a member"),
                Probe.get("/groups/external-keys", FIRST, OtherShapes.KEYS_OF_GROUPS)
                        .allowedBy(GROUP)
                        .unlocking("names of groups"),
                Probe.get("/orgunits", FIRST, OtherShapes.ORG_UNITS)
                        .allowedBy(ORG_UNIT)
                        .unlocking("names of organisations"));
    }

    private static Probe contacts(Map<String, String> parameters, String name) {
        return Probe.get("/contacts", parameters, ContactShape.LIST)
                .named(name)
                .allowedBy(CONTACT)
                .unlocking("contacts, changes, export");
    }

    @Override
    public List<String> notCalled() {
        return List.of();
    }

    @Override
    public int callsForPermission() {
        return 1;
    }

    @Override
    public Uni<Granted> authorize() {
        return token.issue();
    }

    @Override
    public Uni<RawAnswer> call(Probe probe, Map<String, String> found) {
        return Uni.createFrom().deferred(() -> calls().get(token.header(), probe, found));
    }

    /** Built at its first use: the address of the simulator is known only once the server listens. */
    private synchronized RawCalls calls() {
        if (calls == null) {
            URI there = LineWorksV2Client.address(config, address, sandbox);
            calls = new RawCalls(
                    there,
                    RestClients.to(there, config, memory, Set.of()).register(new BlanksAsPercent()),
                    config.timeout());
        }
        return calls;
    }
}
