package dev.meishi.contact;

import dev.meishi.json.Text;
import io.smallrye.graphql.api.AdaptToScalar;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.graphql.api.Scalar;
import org.eclipse.microprofile.graphql.Description;

/** A website. */
@Description("A website.")
public record Website(
        @AdaptToScalar(Scalar.String.class)
        @Description("Its address as it was entered, often without a scheme.")
        @Nullable
        Text value,

        @Description("Whether it is the default one of its contact.")
        boolean represent) {}
