package dev.meishi.contact;

import dev.meishi.connection.PageArguments;
import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.failure.PartialFailure;
import dev.meishi.json.Text;
import dev.meishi.ledger.CurrentLedger;
import dev.meishi.phone.PhoneNumbers;
import graphql.schema.DataFetchingEnvironment;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.graphql.api.Context;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** Contacts by their phone numbers, and the numbers in one spelling. */
@GraphQLApi
public class PhoneQueries {

    private final ContactPages contacts;
    private final PhoneSearches searches;
    private final PhoneNumbers numbers;
    private final CurrentLedger ledger;
    private final Context context;

    PhoneQueries(
            ContactPages contacts,
            PhoneSearches searches,
            PhoneNumbers numbers,
            CurrentLedger ledger,
            Context context) {
        this.contacts = contacts;
        this.searches = searches;
        this.numbers = numbers;
        this.ledger = ledger;
        this.context = context;
    }

    @Query("contactsByPhone")
    @Description(
            "The contacts with a phone number, such as a caller's, oldest first; empty if nobody has it. Spellings do not matter: two numbers are the same if they have the same e164. One call to LINE WORKS, and a second one if that finds nobody; that nobody has a number is cached too. A number that does not exist is INVALID_ARGUMENT. Only with API 2.0 of LINE WORKS.")
    public Uni<@Nullable List<@Nullable Contact>> contactsByPhone(
            @Name("number")
                    @NonNull
                    @Description(
                            "A whole number in any spelling; without a country code, as it is dialled in the region that the gateway is set to. An extension does not count.")
                    String number,
            @Name("first") @Nullable @Description("How many contacts at most, 0 to 500; 20 if absent.") Integer first,
            @Name("filter")
                    @Nullable
                    @Description("Which contacts; all with the number if absent. Without phone and keyword.")
                    ContactFilter filter) {
        return contacts.page(
                        searches.of(number, filter),
                        new PageArguments(first, null, null, null),
                        CostlyFields.ofList(
                                context.unwrap(DataFetchingEnvironment.class).getSelectionSet()),
                        ledger.get())
                .map(page -> readable(whole(page, first)));
    }

    /** A list has no cursor to go on from, so that what was not looked through is not left out without a word. */
    private static List<@Nullable Contact> whole(ContactConnection page, @Nullable Integer first) {
        List<@Nullable Contact> found = page.nodes();
        int most = first == null ? PageArguments.DEFAULT_SIZE : first;
        if (page.pageInfo().hasNextPage() && found.size() < most) {
            throw new Failure(
                    ErrorCode.LIMIT_EXCEEDED,
                    "contactsByPhone found " + found.size()
                            + " contacts when its calls to LINE WORKS were used up; leave"
                            + " out filter.modifiedBetween, or use contacts with filter.phone page by page.");
        }
        return found;
    }

    /** One that cannot be read is null, with its error in its place. */
    private static List<@Nullable Contact> readable(List<@Nullable Contact> found) {
        List<@Nullable Object> outcomes = new ArrayList<>(found.size());
        boolean isComplete = true;
        for (Contact contact : found) {
            Failure fault = contact == null ? null : contact.fault();
            outcomes.add(fault == null ? contact : fault);
            isComplete &= fault == null;
        }
        if (!isComplete) {
            throw new PartialFailure(outcomes);
        }
        return found;
    }

    /** As {@link #e164}. */
    @Name("tel")
    @Description(
            "A link that dials the number, by RFC 3966, such as tel:+819012345678, with the extension where it has one (;ext=12); null where e164 is null. What follows a P (pause) or T (tones) in value is dialled once the call is answered; such a link has no place for it.")
    @Nullable
    @NonBlocking
    public String tel(@Source Phone phone) {
        return numbers.tel(Text.string(phone.value()));
    }

    /** Read like a property: it is written once for a cached contact, and not worked out unless it is selected. */
    @Name("e164")
    @Description(
            "The number in E.164, such as +819012345678, the same for all its spellings, without an extension; null if it is no number that exists. Without a country code it is read as it is dialled in the region that the gateway is set to.")
    @Nullable
    @NonBlocking
    public String e164(@Source Phone phone) {
        return numbers.e164(Text.string(phone.value()));
    }
}
