package dev.meishi.sandbox.api.v1;

import dev.meishi.sandbox.api.Answer;
import dev.meishi.sandbox.api.Dialect;
import dev.meishi.sandbox.api.ErrorBody;
import dev.meishi.sandbox.faults.Faults;

/** Errors in any shape of the family, the quota in every answer. */
public final class FirstDialect implements Dialect {

    @Override
    public Answer injected(Faults faults, int status) {
        return ErrorBody.injected(faults, status);
    }

    @Override
    public Answer unknownUrl() {
        return Answer.of(404, ErrorBody.gateway("001", "NOT_FOUND", "URL not supported"));
    }

    @Override
    public boolean tellsQuota(int status) {
        return true;
    }
}
