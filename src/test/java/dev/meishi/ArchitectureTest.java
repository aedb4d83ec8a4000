package dev.meishi;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.meishi.json.JsonReader;
import dev.meishi.json.Members;
import dev.meishi.json.UnexpectedJson;
import dev.meishi.lineworks.StandInAccount;
import dev.meishi.lineworks.Tenant;
import dev.meishi.lineworks.View;
import dev.meishi.reset.UpstreamReset;
import dev.meishi.secret.Secret;
import io.smallrye.graphql.api.Subscription;
import io.smallrye.mutiny.Uni;
import io.vertx.core.VertxException;
import jakarta.enterprise.context.Dependent;
import java.util.Set;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.NullMarked;

/** Which folder may know which, and what none may do; what contributing.md says of the packages is true as long as this holds. */
@AnalyzeClasses(packages = "dev.meishi", importOptions = DoNotIncludeTests.class)
public class ArchitectureTest {

    private static final Set<String> OPERATIONS =
            Set.of(Query.class.getName(), Mutation.class.getName(), Subscription.class.getName());

    @ArchTest
    static final ArchRule packages_have_no_cycles = slices().matching("dev.meishi.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a package in a cycle can be neither understood nor changed alone");

    @ArchTest
    static final ArchRule sub_packages_have_no_cycles = slices().matching("dev.meishi.(**)")
            .should()
            .beFreeOfCycles()
            .because("a folder within a folder is to be understood alone as well");

    @ArchTest
    static final ArchRule beans_with_operations_are_not_dependent = noClasses()
            .that()
            .areAnnotatedWith(GraphQLApi.class)
            .should()
            .beAnnotatedWith(Dependent.class)
            .because("a resolver's method looks its bean up once, and would call one bean for all requests");

    @ArchTest
    static final ArchRule failure_knows_no_other_package =
            onlyKnows("failure").because("everything fails through it, so whatever it knew, everything would know");

    @ArchTest
    static final ArchRule secret_knows_no_other_package =
            onlyKnows("secret").because("a credential is nobody's business but of who sends or compares it");

    @ArchTest
    static final ArchRule json_knows_no_other_package =
            onlyKnows("json").because("how a body is read has nothing to do with what it is about");

    @ArchTest
    static final ArchRule attachments_know_no_other_package =
            onlyKnows("attachments").because("whoever works something out knows what it is, and nobody else need to");

    @ArchTest
    static final ArchRule reset_knows_no_other_package =
            onlyKnows("reset").because("the simulator says it and must not get to know who hears it");

    @ArchTest
    static final ArchRule log_knows_no_other_package =
            onlyKnows("log").because("how often something is logged has nothing to do with what it is");

    @ArchTest
    static final ArchRule settings_knows_no_other_package = onlyKnows("settings")
            .because("a setting is declared and checked next to its user; here is how it is told, and its old key");

    @ArchTest
    static final ArchRule memory_knows_failures_and_checks_alone = onlyKnows("memory", "settings", "failure")
            .because("how much there is has nothing to do with what it is for");

    @ArchTest
    static final ArchRule loop_knows_no_other_package =
            onlyKnows("loop").because("where work goes on has nothing to do with what it is");

    @ArchTest
    static final ArchRule tracing_knows_settings_and_the_log_alone = onlyKnows("tracing", "settings", "log")
            .because("a span tells of work, whatever that is; who does the work says what may be told");

    @ArchTest
    static final ArchRule ledger_knows_failures_and_spans_alone = onlyKnows("ledger", "tracing", "failure")
            .because("it goes from the HTTP edge down to every call, and what it knew they would all know");

    @ArchTest
    static final ArchRule access_knows_the_terms_it_grants = onlyKnows("access", "ledger", "secret", "settings")
            .because("who a caller is has nothing to do with what it asks for, nor with the way it came");

    @ArchTest
    static final ArchRule connection_knows_failures_alone =
            onlyKnows("connection", "failure").because("paging is arithmetic, decided once and testable by exhaustion");

    @ArchTest
    static final ArchRule pages_knows_neither_lists_nor_what_is_on_them = onlyKnows(
                    "pages", "connection", "ledger", "loop", "memory", "reset", "settings", "tracing", "failure")
            .because("what is kept and shared is decided once, the same for every list");

    @ArchTest
    static final ArchRule listing_knows_no_contacts = onlyKnows("listing", "pages", "connection", "ledger", "failure")
            .because(
                    "how a list is read can be tried on a list in miniature, and with API 2.0 only what it is given changes");

    @ArchTest
    static final ArchRule lineworks_knows_no_package_of_the_graph = onlyKnows(
                    "lineworks",
                    "quota",
                    "ledger",
                    "connection",
                    "json",
                    "log",
                    "loop",
                    "memory",
                    "reset",
                    "secret",
                    "settings",
                    "tracing",
                    "failure")
            .because("API 2.0 is to become a second implementation without a change to the schema");

    @ArchTest
    static final ArchRule an_api_of_line_works_is_known_to_itself_alone = noClasses()
            .that()
            .resideOutsideOfPackage("dev.meishi.lineworks.v1..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.meishi.lineworks.v1..")
            .because("an API beside it, or in its place, is to be added by adding a package");

    @ArchTest
    static final ArchRule api_2_of_line_works_is_known_to_itself_alone = noClasses()
            .that()
            .resideOutsideOfPackage("dev.meishi.lineworks.v2..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.meishi.lineworks.v2..")
            .because("an API beside it, or in its place, is to be added by adding a package");

    @ArchTest
    static final ArchRule tokens_are_known_to_api_2_alone = noClasses()
            .that()
            .resideOutsideOfPackages("dev.meishi.lineworks.v2..", "dev.meishi.lineworks.oauth..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.meishi.lineworks.oauth..")
            .because("a token that is known to fewer classes is seen by fewer");

    @ArchTest
    static final ArchRule how_an_answer_is_read_is_known_to_apis_and_exports_alone = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.meishi.json..",
                    "dev.meishi.lineworks.v1..",
                    "dev.meishi.lineworks.v2..",
                    "dev.meishi.lineworks.oauth..",
                    "dev.meishi.lineworks.body..",
                    "dev.meishi.lineworks.http..",
                    "dev.meishi.export..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(JsonReader.class, Members.class, UnexpectedJson.class)
            .because(
                    "who reads members knows their names: those of LINE WORKS are an API's own, and an export cuts the gateway's");

    @ArchTest
    static final ArchRule no_feature_binds_json = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.meishi.lineworks",
                    "dev.meishi.contact..",
                    "dev.meishi.tag..",
                    "dev.meishi.member..",
                    "dev.meishi.privatecontact..",
                    "dev.meishi.relay..",
                    "dev.meishi.listing..",
                    "dev.meishi.pages..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml..", "jakarta.json..", "io.vertx.core.json..")
            .because("a record that is bound to members has an API's names for them");

    @ArchTest
    static final ArchRule what_is_shared_between_callers_says_whose_view_it_is = classes()
            .that()
            .resideInAnyPackage(
                    "dev.meishi.contact..", "dev.meishi.tag..", "dev.meishi.member..", "dev.meishi.privatecontact..")
            .and()
            .haveSimpleName("Key")
            .should(new ArchCondition<>("have a view") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean hasView = type.getFields().stream()
                            .anyMatch(field -> field.getRawType().isEquivalentTo(View.class));
                    events.add(new SimpleConditionEvent(type, hasView, type.getName() + " has no view"));
                }
            })
            .because("what one may see must not be shown to another out of a cache");

    @ArchTest
    static final ArchRule how_an_api_is_called_is_known_to_apis_alone = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.meishi.lineworks.v1..",
                    "dev.meishi.lineworks.v2..",
                    "dev.meishi.lineworks.oauth..",
                    "dev.meishi.lineworks.http..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.meishi.lineworks.http..")
            .because("features ask for contacts, and not over HTTP");

    @ArchTest
    static final ArchRule quota_does_not_know_what_is_called = onlyKnows(
                    "quota", "ledger", "loop", "reset", "settings", "failure")
            .because("how calls are paced is the same whatever is called, API 2.0 included");

    @ArchTest
    static final ArchRule relay_knows_no_type_that_it_serves = onlyKnows("relay", "ledger", "connection", "failure")
            .because("a new node type is to be added by adding a package, not by changing this one");

    @ArchTest
    static final ArchRule phone_knows_checks_alone =
            onlyKnows("phone", "settings").because("what is a phone number has nothing to do with what has one");

    @ArchTest
    static final ArchRule contact_knows_no_other_feature = onlyKnows(
                    "contact",
                    "phone",
                    "relay",
                    "listing",
                    "pages",
                    "connection",
                    "lineworks",
                    "json",
                    "attachments",
                    "ledger",
                    "settings",
                    "failure")
            .because("contacts are what the product is about; tags and private contacts are additions to them");

    @ArchTest
    static final ArchRule tag_knows_contacts_and_what_they_stand_on = onlyKnows(
                    "tag",
                    "contact",
                    "relay",
                    "pages",
                    "reset",
                    "lineworks",
                    "json",
                    "attachments",
                    "ledger",
                    "settings",
                    "failure")
            .because("a tag is a field of a contact, and features do not know each other sideways");

    @ArchTest
    static final ArchRule member_knows_contacts_and_what_they_stand_on = onlyKnows(
                    "member",
                    "contact",
                    "relay",
                    "pages",
                    "reset",
                    "lineworks",
                    "json",
                    "ledger",
                    "settings",
                    "failure")
            .because("a member's name is a field of a contact, and features do not know each other sideways");

    @ArchTest
    static final ArchRule privatecontact_knows_contacts_and_what_they_stand_on = onlyKnows(
                    "privatecontact",
                    "contact",
                    "relay",
                    "listing",
                    "pages",
                    "connection",
                    "lineworks",
                    "json",
                    "ledger",
                    "failure")
            .because("the deprecated migration API is to go some day by deleting one package");

    @ArchTest
    static final ArchRule graphql_knows_neither_execution_nor_features = onlyKnows(
                    "graphql", "log", "memory", "settings", "failure")
            .because("documents and limits are the same whatever the schema is about");

    @ArchTest
    static final ArchRule execution_knows_the_language_and_no_feature = onlyKnows(
                    "execution",
                    "graphql",
                    "json",
                    "log",
                    "loop",
                    "attachments",
                    "memory",
                    "ledger",
                    "tracing",
                    "failure")
            .because("a plan is derived from the schema, so whatever is added to the schema it executes unchanged");

    @ArchTest
    static final ArchRule execution_plan_knows_no_engine = onlyKnows(
                    "execution.plan",
                    "execution.smallrye",
                    "graphql",
                    "json",
                    "attachments",
                    "memory",
                    "ledger",
                    "tracing",
                    "failure")
            .because("who starts a plan, and what becomes of an operation without one, is decided above it");

    @ArchTest
    static final ArchRule execution_smallrye_knows_neither_plans_nor_the_engine = onlyKnows(
                    "execution.smallrye", "graphql", "log", "failure")
            .because("a resolver is called in one way, whoever calls it, and an upgrade of SmallRye ends here");

    @ArchTest
    static final ArchRule server_knows_no_operation = onlyKnows(
                    "server", "graphql", "json", "memory", "settings", "failure")
            .because("connections are the same whatever is asked on them; of GraphQL they need the shape of an error");

    @ArchTest
    static final ArchRule http_knows_the_language_and_its_callers = onlyKnows(
                    "http",
                    "server",
                    "execution",
                    "graphql",
                    "json",
                    "log",
                    "access",
                    "ledger",
                    "memory",
                    "settings",
                    "telemetry",
                    "tracing",
                    "failure")
            .because("the HTTP edge is the same whatever the schema is about");

    @ArchTest
    static final ArchRule telemetry_knows_operations_and_not_how_they_came = onlyKnows(
                    "telemetry", "execution", "graphql", "ledger", "secret", "settings", "tracing", "failure")
            .because("an operation counts the same whether it came by HTTP or WebSocket");

    @ArchTest
    static final ArchRule http_does_not_know_its_sockets = noClasses()
            .that()
            .resideInAPackage("dev.meishi.http")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.meishi.http.sockets")
            .because("a socket is one more way in, and the route hands requests over without knowing which");

    @ArchTest
    static final ArchRule export_knows_the_edge_and_no_feature = onlyKnows(
                    "export",
                    "http",
                    "server",
                    "execution",
                    "graphql",
                    "json",
                    "access",
                    "ledger",
                    "memory",
                    "settings",
                    "tracing",
                    "failure")
            .because("what a contact is made of it takes from the schema, so that there is one truth of it");

    @ArchTest
    static final ArchRule photo_knows_the_edge_and_whose_photos_there_are = onlyKnows(
                    "photo",
                    "http",
                    "server",
                    "contact",
                    "lineworks",
                    "graphql",
                    "json",
                    "access",
                    "ledger",
                    "memory",
                    "settings",
                    "tracing",
                    "failure",
                    "log")
            .because("a photo is sent on as it comes, by whatever API it was found");

    @ArchTest
    static final ArchRule neither_language_nor_execution_knows_http = noClasses()
            .that()
            .resideInAnyPackage("dev.meishi.graphql..", "dev.meishi.execution..", "dev.meishi.json..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx..", "io.netty..", "jakarta.ws.rs..")
            .because("a request means the same whether it came by POST, GET or WebSocket");

    @ArchTest
    static final ArchRule sandbox_knows_credentials_resets_and_checks_alone = noClasses()
            .that()
            .resideInAPackage("dev.meishi.sandbox..")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.meishi..")
                    .and(describe("outside of the sandbox", type -> !isOf(type, "sandbox")))
                    .and(describe(
                            "other than Tenant, StandInAccount, Secret, UpstreamReset and checks of settings",
                            type -> !type.isEquivalentTo(Tenant.class)
                                    && !type.isEquivalentTo(StandInAccount.class)
                                    && !type.isEquivalentTo(Secret.class)
                                    && !type.isEquivalentTo(UpstreamReset.class)
                                    && !isOf(type, "settings"))))
            .because("a simulator that shares code with what it simulates for proves nothing about it");

    @ArchTest
    static final ArchRule nobody_knows_the_sandbox = noClasses()
            .that()
            .resideOutsideOfPackage("dev.meishi.sandbox..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.meishi.sandbox..")
            .because("the gateway must not be able to tell the simulator from LINE WORKS");

    @ArchTest
    static final ArchRule the_sandbox_s_data_know_no_api_and_no_faults =
            onlyKnows("sandbox.data").because("every version of the API is to serve the same data");

    @ArchTest
    static final ArchRule the_sandbox_s_faults_know_no_data_and_no_api = onlyKnows("sandbox.faults")
            .because("an operation of any version of the API can misbehave in the same ways");

    @ArchTest
    static final ArchRule the_sandbox_s_api_knows_what_it_serves_and_how_it_fails = onlyKnows(
                    "sandbox.api", "sandbox.data", "sandbox.faults", "lineworks", "secret")
            .because("it answers calls, and what the control routes do is nothing to it");

    @ArchTest
    static final ArchRule a_version_of_the_sandbox_s_api_is_known_to_its_wiring_alone = noClasses()
            .that()
            .resideOutsideOfPackages("dev.meishi.sandbox", "dev.meishi.sandbox.api.v1..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.meishi.sandbox.api.v1..")
            .because(
                    "a second version of the API is to be added beside it, over the same data, without a change to it");

    @ArchTest
    static final ArchRule the_second_version_of_the_sandbox_s_api_is_known_to_its_wiring_alone = noClasses()
            .that()
            .resideOutsideOfPackages("dev.meishi.sandbox", "dev.meishi.sandbox.api.v2..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.meishi.sandbox.api.v2..")
            .because("neither version is to be changed for the other's sake");

    @ArchTest
    static final ArchRule what_reads_lists_knows_neither_graphql_nor_http = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.meishi.connection..", "dev.meishi.ledger..", "dev.meishi.listing..", "dev.meishi.pages..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.eclipse.microprofile.graphql..",
                    "io.smallrye.graphql..",
                    "graphql..",
                    "io.vertx..",
                    "jakarta.ws.rs..")
            .because("paging is the same whatever asks for pages and whatever serves them");

    @ArchTest
    static final ArchRule lineworks_knows_no_graphql = noClasses()
            .that()
            .resideInAPackage("dev.meishi.lineworks..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.eclipse.microprofile.graphql..", "io.smallrye.graphql..", "graphql..")
            .because("wire records accept what the vendor sends, graph records promise; one record cannot do both");

    @ArchTest
    static final ArchRule only_lineworks_is_a_rest_client = noClasses()
            .that()
            .resideOutsideOfPackage("dev.meishi.lineworks..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..", "org.eclipse.microprofile.rest.client..")
            .because("all that is known of LINE WORKS's URLs ends at one package's border");

    @ArchTest
    static final ArchRule only_servers_clients_and_three_named_classes_know_vertx = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.meishi.server..",
                    "dev.meishi.http..",
                    "dev.meishi.export..",
                    "dev.meishi.photo..",
                    "dev.meishi.sandbox..",
                    "dev.meishi.lineworks.http..")
            .and()
            .doNotHaveFullyQualifiedName("dev.meishi.loop.Loop")
            .and()
            .doNotHaveFullyQualifiedName("dev.meishi.quota.VertxPace")
            .and()
            .doNotHaveFullyQualifiedName("dev.meishi.log.LogLevels")
            .should()
            .dependOnClassesThat(resideInAPackage("io.vertx..")
                    .and(describe("other than VertxException", type -> !type.isEquivalentTo(VertxException.class))))
            .because(
                    "routes belong to the HTTP edge, the export, photos and the simulator; a feature that has one goes past the limits");

    @ArchTest
    static final ArchRule only_clients_and_servers_know_how_a_connection_breaks = noClasses()
            .that()
            .resideOutsideOfPackages("dev.meishi.lineworks..", "dev.meishi.http..", "dev.meishi.sandbox..")
            .should()
            .dependOnClassesThat(type(VertxException.class))
            .because("a broken connection is turned into a Failure at one door");

    @ArchTest
    static final ArchRule names_say_what_a_class_is = noClasses()
            .should()
            .haveNameMatching(
                    ".*(Service|Manager|Helper|Util|Utils|Impl|Base|Dto|DTO|Mapper|Common)|.*[.$]Abstract[^.]*")
            .because("these words hide what a class is; the noun of the product or of LINE WORKS says it");

    @ArchTest
    static final ArchRule every_class_has_a_feature_s_package = classes()
            .should(new ArchCondition<>("be in a package below dev.meishi") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean isBelow = type.getPackageName().startsWith("dev.meishi.");
                    events.add(new SimpleConditionEvent(
                            type, isBelow, type.getName() + " is in " + type.getPackageName()));
                }
            })
            .because("the folder names are to say what the program does");

    @ArchTest
    static final ArchRule nothing_blocks = noClasses()
            .should()
            .callMethod(Uni.class, "await")
            .because("an event loop that waits for an answer cannot receive it");

    @ArchTest
    public static final ArchRule operations_have_the_name_in_their_annotation = methods()
            .that()
            .areAnnotatedWith(Query.class)
            .or()
            .areAnnotatedWith(Mutation.class)
            .or()
            .areAnnotatedWith(Subscription.class)
            .should(new ArchCondition<>("say in the annotation how they are published") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    boolean isNamed = method.getAnnotations().stream()
                            .filter(annotation ->
                                    OPERATIONS.contains(annotation.getRawType().getName()))
                            .allMatch(annotation -> annotation
                                    .get("value")
                                    .filter(name -> !name.equals(""))
                                    .isPresent());
                    events.add(new SimpleConditionEvent(
                            method, isNamed, method.getFullName() + " is named after its method"));
                }
            })
            .because("the framework publishes setX and getX as x, and renaming a method must not change the schema");

    @ArchTest
    static final ArchRule no_java_util_logging =
            noClasses().should(USE_JAVA_UTIL_LOGGING).because("one logging interface, so that one setting rules it");

    @ArchTest
    static final ArchRule no_standard_streams = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.meishi.doctor.StandardOutput")
            .should(ACCESS_STANDARD_STREAMS)
            .because("what is printed has neither level nor request, unless it is the report of a command");

    @ArchTest
    static final ArchRule doctor_knows_line_works_in_words_of_no_api = onlyKnows(
                    "doctor", "lineworks", "settings", "failure")
            .because("what it examines are calls of any API, and not what the gateway makes of them");

    @ArchTest
    static final ArchRule nobody_knows_the_doctor = noClasses()
            .that()
            .resideOutsideOfPackage("dev.meishi.doctor..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.meishi.doctor..")
            .because("the gateway runs without it");

    @ArchTest
    static final ArchRule every_package_is_null_marked = classes()
            .should(new ArchCondition<>("be in a package annotated @NullMarked") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean isMarked = type.getPackage().isAnnotatedWith(NullMarked.class);
                    String message = type.getPackageName() + " is not annotated @NullMarked";
                    events.add(new SimpleConditionEvent(type, isMarked, message));
                }
            })
            .because("the compiler then proves that null is only where @Nullable says so");

    private static ArchRule onlyKnows(String name, String... others) {
        return noClasses()
                .that()
                .resideInAPackage("dev.meishi." + name + "..")
                .should()
                .dependOnClassesThat(resideInAPackage("dev.meishi..")
                        .and(describe("outside of " + name, type -> !isOf(type, name)))
                        .and(describe("outside of " + String.join(", ", others), type -> !isOf(type, others))));
    }

    private static boolean isOf(JavaClass type, String... names) {
        for (String name : names) {
            String place = "dev.meishi." + name;
            if (type.getPackageName().equals(place) || type.getPackageName().startsWith(place + ".")) {
                return true;
            }
        }
        return false;
    }
}
