/**
 * What features may know of LINE WORKS, in words of no API's own: which contacts, tags and private contacts can be asked
 * for, what they consist of, what the API in use can do, whose view it is and what permits a call. It knows neither an
 * API's URLs, parameters and members nor GraphQL.
 */
@NullMarked
package dev.meishi.lineworks;

import org.jspecify.annotations.NullMarked;
