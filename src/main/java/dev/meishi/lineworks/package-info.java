/**
 * LINE WORKS as this gateway sees it: clients, payloads, credentials and what can go wrong. All knowledge of API 1.0
 * (URLs, parameters, payload spelling) ends at this package's border, and nothing here knows GraphQL.
 */
@NullMarked
package dev.meishi.lineworks;

import org.jspecify.annotations.NullMarked;
