package io.jenkins.plugins.hades.api;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;

/** That a request is wrong, with the place where. */
final class RequestProblem extends HadesException {
    private static final long serialVersionUID = 1L;

    /** Which part of a request is wrong. */
    enum Place {
        /** A value in the body, by its JSON pointer. */
        POINTER,
        /** A parameter of the query, by its name. */
        PARAMETER,
        /** A header, by its name. */
        HEADER
    }

    private final Place place;
    private final String where;
    private final int status;

    private RequestProblem(Place place, String where, int status, HadesException of) {
        super(of.kind(), of.doing(), of.reason(), of.remedy().orElse(""), of.getCause());
        this.place = place;
        this.where = where;
        this.status = status;
    }

    /** That a parameter of the query is wrong. */
    static RequestProblem parameter(String name, String reason, String remedy) {
        HadesException wrong = new HadesException(ErrorKind.BAD_INPUT, "Reading the parameter " + name, reason, remedy);
        return new RequestProblem(Place.PARAMETER, name, 400, wrong);
    }

    /** That a header is wrong, or asks for what is not so. */
    static RequestProblem header(String name, int status, HadesException wrong) {
        return new RequestProblem(Place.HEADER, name, status, wrong);
    }

    /** That a value in the body is wrong. */
    static RequestProblem pointer(String pointer, HadesException wrong) {
        return new RequestProblem(Place.POINTER, pointer, 400, wrong);
    }

    /** That a value in the body is wrong. */
    static RequestProblem pointer(String pointer, String reason) {
        return pointer(pointer, new HadesException(ErrorKind.BAD_INPUT, "Reading the request", reason, ""));
    }

    /** Which part is wrong. */
    Place place() {
        return place;
    }

    /** Where in it. */
    String where() {
        return where;
    }

    /** The HTTP status of the answer. */
    int status() {
        return status;
    }
}
