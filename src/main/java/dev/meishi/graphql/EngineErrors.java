package dev.meishi.graphql;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.log.LogThrottle;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.execution.ResultPath;
import graphql.execution.UnknownOperationException;
import graphql.introspection.GoodFaithIntrospection.BadFaithIntrospectionError;
import graphql.language.SourceLocation;
import graphql.parser.InvalidSyntaxException;
import graphql.validation.ValidationError;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/** Gives the engine's own errors a code of the closed set, and leaves the names of its classes out of their messages. */
public final class EngineErrors {

    private static final Pattern RULE = Pattern.compile("^Validation [Ee]rror \\([^)]*\\) ?: ");

    /** A part of the document as its class prints itself. */
    private static final Pattern VALUE = Pattern.compile(
            "( with value| -)? '[A-Z][A-Za-z]*Value\\{.*?\\}'(?=$| is | must | contains | for )", Pattern.DOTALL);

    /** Longer only by what a caller wrote; that has no need to be sent back in full. */
    private static final int LONGEST_MESSAGE = 500;

    private static final Logger LOG = Logger.getLogger(EngineErrors.class);

    private static final LogThrottle<ErrorCode> THROTTLE = new LogThrottle<>(Duration.ofMinutes(1));

    private EngineErrors() {}

    /**
     * The same errors, each with a code.
     *
     * @param errors as the engine made them
     * @return the errors, those with a code as they are
     */
    public static List<GraphQLError> coded(List<? extends GraphQLError> errors) {
        return errors.stream().map(EngineErrors::coded).toList();
    }

    /** A document that cannot be read, with the place where it stops making sense. */
    static RequestRefused syntax(InvalidSyntaxException thrown) {
        SourceLocation location = thrown.getLocation();
        return RequestRefused.of(CodedError.of(
                ErrorCode.GRAPHQL_PARSE_FAILED,
                shortened(SyntaxErrors.message(thrown)),
                location == null ? List.of() : List.of(location),
                Map.of()));
    }

    private static GraphQLError coded(GraphQLError error) {
        if (error instanceof CodedError) {
            return error;
        }
        List<Object> path = error.getPath();
        if (path != null) {
            return unwritable(error, ResultPath.fromList(path));
        }
        List<SourceLocation> locations = error.getLocations() == null ? List.of() : error.getLocations();
        return CodedError.of(code(error), shortened(plain(error)), locations, Map.of());
    }

    /** A value that the schema does not allow: a defect of the gateway. */
    private static GraphQLError unwritable(GraphQLError error, ResultPath path) {
        if (THROTTLE.isDue(ErrorCode.INTERNAL)) {
            LOG.errorf("Unexpected error at %s: %s", path, error.getMessage());
        }
        return CodedError.of(new Failure(ErrorCode.INTERNAL, "The gateway failed; its log has the cause."), path, null);
    }

    /** The engine's message without the names of its rules and classes. */
    static String plain(GraphQLError error) {
        String message = error.getMessage() == null ? "" : error.getMessage();
        return error instanceof ValidationError
                ? VALUE.matcher(RULE.matcher(message).replaceFirst("")).replaceAll("")
                : message;
    }

    static String shortened(String message) {
        return message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE) + "…";
    }

    private static ErrorCode code(GraphQLError error) {
        if (error instanceof UnknownOperationException) {
            return ErrorCode.OPERATION_NOT_FOUND;
        }
        if (error instanceof ValidationError || error instanceof BadFaithIntrospectionError) {
            return ErrorCode.GRAPHQL_VALIDATION_FAILED;
        }
        return error.getErrorType() == ErrorType.ValidationError ? ErrorCode.BAD_USER_INPUT : ErrorCode.INTERNAL;
    }
}
