/** Members of the company, and the names of those whose ids contacts have, cached for a domain. */
@DefaultNonNull
@NullMarked
package dev.meishi.member;

import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
