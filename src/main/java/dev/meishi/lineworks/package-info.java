/**
 * What features may know of LINE WORKS: which contacts, tags and private contacts can be asked for, what the API in use can
 * do, and whose application asks. It knows neither an API's URLs and parameters nor GraphQL.
 */
@NullMarked
package dev.meishi.lineworks;

import org.jspecify.annotations.NullMarked;
