/**
 * LINE WORKS as this gateway sees it: clients, payloads, credentials and what can go wrong. What is known of API 1.0 ends
 * at this package's border: URLs, parameters and payloads, but for how a contact is spelled, which is known to who reads
 * one. Nothing here knows GraphQL.
 */
@NullMarked
package dev.meishi.lineworks;

import org.jspecify.annotations.NullMarked;
