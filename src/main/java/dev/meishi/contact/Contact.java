package dev.meishi.contact;

import dev.meishi.attachments.Attachments;
import dev.meishi.attachments.Cacheable;
import dev.meishi.failure.Failure;
import dev.meishi.failure.Fallible;
import dev.meishi.json.Text;
import dev.meishi.relay.GlobalId;
import dev.meishi.relay.Node;
import io.smallrye.graphql.api.AdaptToScalar;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.graphql.api.Scalar;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** A customer or client contact of a domain. */
@Description("A customer or client contact of a LINE WORKS domain.")
public record Contact(
        @Id @Description("Domain the contact belongs to.") String domainId,

        @Id @Description("The contact's id at LINE WORKS. It looks like a UUID and is none: treat it as opaque.")
        Text resourceId,

        @Description("Whether every member sees the contact (true) or only those in sharedMembers (false).") @Nullable
        Boolean open,

        @Name("isCoEditing")
        @Description("Whether any shared member may edit the contact (true) or only its master (false).")
        @Nullable
        Boolean coEditing,

        @Id
        @Description("The member who is the contact's master: an e-mail address or, by the tenant's plan, another id.")
        @Nullable
        Text masterUserId,

        @Description("Who sees the contact if open is false; empty otherwise.")
        List<@NonNull SharedMember> sharedMembers,

        @Id @Description("Ids of the contact's tags at LINE WORKS; tags has their names.")
        List<@NonNull Text> tagResourceIds,

        @Description("The contact's name, the same in a list and alone; its parts may all be null.")
        dev.meishi.contact.Name name,

        @Description("E-mail addresses.") List<@NonNull Email> emails,

        @Description("The default e-mail address, else the first one, null if there is none.") @Nullable
        Email primaryEmail,

        @Description("Phone numbers.") List<@NonNull Phone> phones,

        @Description("The default phone number, else the first one, null if there is none.") @Nullable
        Phone primaryPhone,

        @Description("Companies the contact works for.") List<@NonNull Organization> organizations,

        @Description("The default company, else the first one, null if there is none.") @Nullable
        Organization primaryOrganization,

        @Description("Postal addresses.") List<@NonNull Location> locations,

        @Description("Birthdays and other days to remember.")
        List<@NonNull Event> events,

        @Description("Accounts at messengers.") List<@NonNull Messenger> messengers,

        @Description("Websites.") List<@NonNull Website> websites,

        @Description("Photos; the first one is the profile picture.")
        List<@NonNull Photo> photos,

        @AdaptToScalar(Scalar.String.class) @Description("Free text.") @Nullable
        Text memo,

        @Description(
                "What makes the contact an external one; empty for others. LINE WORKS documents one entry at most and shows a list.")
        List<@NonNull WorksAt> worksAt,

        @Name("isExternal")
        @Description("Whether the contact is a LINE user or a member of another company's LINE WORKS.")
        boolean external,

        @Description("Values of the properties that the tenant has defined; empty with API 1.0, which has none.")
        List<@NonNull CustomProperty> customProperties,

        @Description("When the contact was created; null if LINE WORKS sent no readable time.") @Nullable
        OffsetDateTime creationTime,

        @Description("When the contact was last updated; null if LINE WORKS sent no readable time.") @Nullable
        OffsetDateTime modificationTime,

        @Ignore @Nullable DetailedName details,

        @Ignore boolean photoApart,

        @Ignore @Nullable Failure fault,

        @Ignore Attachments attachments)
        implements Node, Cacheable, Fallible {

    /** The type's name in the schema and in its global ids. */
    static final String TYPE = "Contact";

    /**
     * One that LINE WORKS sent and that cannot be read: it has its place in a list, and nothing else.
     *
     * @param domainId the domain it was asked of
     * @param resourceId its id, or what else it is known again by
     * @param name as far as it can be read
     * @param creationTime null if it cannot be read
     * @param modificationTime null if it cannot be read
     * @param fault what is wrong with it
     * @return a contact that must not be shown
     */
    static Contact broken(
            String domainId,
            Text resourceId,
            dev.meishi.contact.Name name,
            @Nullable OffsetDateTime creationTime,
            @Nullable OffsetDateTime modificationTime,
            Failure fault) {
        return new Contact(
                domainId,
                resourceId,
                null,
                null,
                null,
                List.of(),
                List.of(),
                name,
                List.of(),
                null,
                List.of(),
                null,
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                false,
                List.of(),
                creationTime,
                modificationTime,
                null,
                false,
                fault,
                new Attachments());
    }

    /**
     * What to call the contact by.
     *
     * @return built at each call
     */
    @NonNull
    @Query("displayName")
    @Description(
            "What to call the contact by, never null: name.full, or the first of these that there is: name.phoneticFull, a company's name, an e-mail address, a phone number, resourceId. Of companies, addresses and numbers the default one comes first.")
    public String displayName() {
        return DisplayName.of(this);
    }

    /**
     * The global id.
     *
     * @return built at each call
     */
    @Override
    @Id
    @Query("id")
    @Description("Global id: opaque, unique across all types, stable.")
    public String id() {
        return new GlobalId(TYPE, domainId, resourceId.toString()).encode();
    }

    /**
     * Where this gateway serves its photo. Without scheme and host: an answer is shared by clients that know the gateway by
     * several names, and a name that a request claims is not to be believed.
     *
     * @return built at each call; null if the API has no photos that can be fetched
     */
    @Query("photoUrl")
    @Nullable
    @Description(
            "Where this gateway serves the contact's photo, a path to be resolved against the gateway's own URL; the answer there is 404 if the contact has none, which LINE WORKS does not tell beforehand. Each photo takes a call to LINE WORKS, and may be cached by its client. Null with API 1.0, whose photos cannot be fetched.")
    public String photoUrl() {
        return photoApart ? "/contacts/" + id() + "/photo" : null;
    }
}
