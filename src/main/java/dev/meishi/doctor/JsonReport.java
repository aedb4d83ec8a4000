package dev.meishi.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;

/** A report for programs. */
final class JsonReport {

    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonReport() {}

    static String of(Report report) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("healthy", report.exitCode() == 0);
        json.put("api", report.api());
        json.put("mostCalls", report.mostCalls());
        ObjectNode settings = json.putObject("settings");
        report.settings().forEach(setting -> settings.put(setting.key(), setting.state()));
        ObjectNode token = json.putObject("token");
        token.put("asked", report.granted().asked());
        token.put("granted", report.granted().scope());
        token.put(
                "seconds",
                report.granted().life() == null ? null : report.granted().life().toSeconds());
        json.put("clockSkewSeconds", Findings.skew(report.calls()));
        ArrayNode calls = json.putArray("calls");
        report.calls().forEach(call -> add(calls.addObject(), call));
        texts(json.putArray("notCalled"), report.notCalled());
        ArrayNode findings = json.putArray("findings");
        report.findings()
                .forEach(finding ->
                        findings.addObject().put("problem", finding.isProblem()).put("text", finding.text()));
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void add(ObjectNode json, CallResult call) {
        json.put("operation", call.probe().operation());
        if (!call.isAnswered()) {
            json.put("skipped", call.skipped());
            return;
        }
        json.put("status", call.status());
        json.put("error", call.error());
        json.put("millis", call.millis());
        json.put("bytes", call.bytes());
        ObjectNode headers = json.putObject("headers");
        call.headers().forEach(headers::put);
        Differences differences = call.differences();
        texts(json.putArray("unknown"), differences.unknown());
        texts(json.putArray("missing"), differences.missing());
        texts(json.putArray("otherTypes"), differences.otherTypes());
        if (call.shape() != null) {
            ObjectNode shape = json.putObject("shape");
            call.shape().places().forEach((path, facts) -> add(shape.putObject(path), facts));
        }
    }

    private static void add(ObjectNode json, Facts facts) {
        json.put("count", facts.count());
        ObjectNode types = json.putObject("types");
        facts.types().forEach(types::put);
        json.put("lengths", facts.lengths());
        if (!facts.words().isEmpty()) {
            texts(json.putArray("words"), facts.words());
        }
    }

    private static void texts(ArrayNode json, Collection<String> texts) {
        texts.forEach(json::add);
    }
}
