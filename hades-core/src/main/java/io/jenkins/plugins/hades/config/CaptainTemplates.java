package io.jenkins.plugins.hades.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Dockerfiles for the templates that a {@code captain-definition} can name. They do what CapRover documents of its templates: the
 * project's folder is the application, its dependencies are installed, and it listens on port 80.
 */
final class CaptainTemplates {
    private record Template(String image, String suffix, List<String> lines) {}

    private static final Map<String, Template> TEMPLATES = new TreeMap<>(
            Map.of(
                    "node",
                    new Template(
                            "node",
                            "-alpine",
                            List.of(
                                    "RUN apk add --no-cache git",
                                    "WORKDIR /usr/src/app",
                                    "COPY package*.json ./",
                                    "RUN npm install --omit=dev && npm cache clean --force",
                                    "COPY . .",
                                    "ENV NODE_ENV=production PORT=80",
                                    "EXPOSE 80",
                                    "CMD [\"npm\", \"start\"]")),
                    "php",
                    new Template("php", "-apache", List.of("COPY . /var/www/html/", "EXPOSE 80")),
                    "python-django",
                    new Template(
                            "python",
                            "-alpine",
                            List.of(
                                    "RUN apk add --no-cache bash curl g++ git make openssh-client postgresql-dev",
                                    "WORKDIR /usr/src/app",
                                    "COPY requirements.txt ./",
                                    "RUN pip install --no-cache-dir -r requirements.txt",
                                    "COPY . .",
                                    "EXPOSE 80",
                                    "CMD [\"python\", \"manage.py\", \"runserver\", \"0.0.0.0:80\"]")),
                    "ruby-rack",
                    new Template(
                            "ruby",
                            "-alpine",
                            List.of(
                                    "RUN apk add --no-cache g++ git make postgresql-dev",
                                    "WORKDIR /usr/src/app",
                                    "COPY Gemfile* ./",
                                    "RUN bundle install",
                                    "COPY . .",
                                    "ENV RACK_ENV=production",
                                    "EXPOSE 80",
                                    "CMD [\"bundle\", \"exec\", \"rackup\", \"config.ru\", \"--host\", \"0.0.0.0\", \"--port\", \"80\"]"))));

    private CaptainTemplates() {}

    /** The names of the templates, in order. */
    static List<String> names() {
        return List.copyOf(TEMPLATES.keySet());
    }

    /** The Dockerfile of a template with this version of its image. */
    static List<String> dockerfile(String name, String version) {
        Template template = TEMPLATES.get(name);
        List<String> lines = new ArrayList<>();
        lines.add("FROM " + template.image + ":" + version + template.suffix);
        lines.addAll(template.lines);
        return lines;
    }
}
