package io.jenkins.plugins.hades.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.jenkins.plugins.hades.model.Environment;
import io.jenkins.plugins.hades.model.Operation;
import io.jenkins.plugins.hades.model.Project;
import io.jenkins.plugins.hades.model.PushRule;
import io.jenkins.plugins.hades.model.Release;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Turns records into resources: the record's components are the attributes; what it refers to are relationships. */
final class Resources {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule().addSerializer(Set.class, new SortedSets()))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
            .build();

    private final String base;

    private Resources(String base) {
        this.base = base;
    }

    /** Resources whose links lead to where this request came. */
    static Resources of(Exchange exchange) {
        return new Resources(exchange.request().base());
    }

    /** A resource without links. */
    static ObjectNode plain(String type, String id, Object attributes) {
        ObjectNode resource = JSON.createObjectNode();
        resource.put("type", type);
        resource.put("id", id);
        resource.set("attributes", JSON.valueToTree(attributes));
        return resource;
    }

    ObjectNode project(Project project) {
        String path = "/projects/" + project.id();
        ObjectNode resource = plain("projects", project.id().toString(), project);
        relate(resource, "environments", path + "/environments");
        return self(resource, path);
    }

    ObjectNode environment(Environment environment) {
        String path = "/environments/" + environment.id();
        ObjectNode resource = plain("environments", environment.id().toString(), environment);
        relate(resource, "project", "/projects/" + environment.projectId());
        refer(resource, "project", "projects", environment.projectId().toString());
        relate(resource, "releases", path + "/releases");
        relate(resource, "operations", path + "/operations");
        relate(resource, "variables", path + "/variables");
        if (environment.release() > 0) {
            relate(resource, "release", path + "/releases/" + environment.release());
            refer(resource, "release", "releases", release(environment.id(), environment.release()));
        } else {
            relations(resource).putObject("release").putNull("data");
        }
        return self(resource, path);
    }

    /** The same, with the operation that runs in it or ran last, if there was one. */
    ObjectNode environment(Environment environment, Optional<Operation> last) {
        ObjectNode resource = environment(environment);
        last.ifPresentOrElse(
                operation -> {
                    relate(resource, "operation", "/operations/" + operation.id());
                    refer(resource, "operation", "operations", Long.toString(operation.id()));
                },
                () -> relations(resource).putObject("operation").putNull("data"));
        return resource;
    }

    /** Adds which pushes deploy an environment, if that is known. */
    static void deployedBy(ObjectNode environment, Optional<PushRule> rule) {
        rule.ifPresent(known -> environment.putObject("meta").set("pushes", JSON.valueToTree(known)));
    }

    ObjectNode release(Release release) {
        String environment = "/environments/" + release.environmentId();
        ObjectNode resource = plain("releases", release(release.environmentId(), release.number()), release);
        relate(resource, "environment", environment);
        refer(resource, "environment", "environments", release.environmentId().toString());
        relate(resource, "operation", "/operations/" + release.operation());
        refer(resource, "operation", "operations", Long.toString(release.operation()));
        return self(resource, environment + "/releases/" + release.number());
    }

    ObjectNode operation(Operation operation) {
        String path = "/operations/" + operation.id();
        String environment = "/environments/" + operation.environmentId();
        ObjectNode resource = plain("operations", Long.toString(operation.id()), operation);
        relate(resource, "environment", environment);
        refer(resource, "environment", "environments", operation.environmentId().toString());
        relate(resource, "steps", path + "/steps");
        operation.release().ifPresent(number -> {
            relate(resource, "release", environment + "/releases/" + number);
            refer(resource, "release", "releases", release(operation.environmentId(), number));
        });
        return self(resource, path);
    }

    /** The identity of a release: its number counts within its environment only. */
    static String release(UUID environment, int number) {
        return environment + "." + number;
    }

    /** Adds the link to itself. */
    ObjectNode self(ObjectNode resource, String path) {
        resource.putObject("links").put("self", base + path);
        return resource;
    }

    private void relate(ObjectNode resource, String name, String path) {
        relations(resource).putObject(name).putObject("links").put("related", base + path);
    }

    private static void refer(ObjectNode resource, String name, String type, String id) {
        ((ObjectNode) relations(resource).get(name))
                .putObject("data")
                .put("type", type)
                .put("id", id);
    }

    private static ObjectNode relations(ObjectNode resource) {
        return resource.withObjectProperty("relationships");
    }
}
