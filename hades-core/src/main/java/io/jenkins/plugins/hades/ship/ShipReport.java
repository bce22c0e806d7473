package io.jenkins.plugins.hades.ship;

/**
 * How an image came to a server.
 *
 * @param way which way was used
 * @param bytesFromBuild how many bytes left the build server; with a registry, where the servers talk to it directly, 0
 * @param bytesToDeploy how many bytes went to the deploy server
 * @param layers how many of the image's layers it has
 * @param sent how many of them went over
 */
public record ShipReport(Way way, long bytesFromBuild, long bytesToDeploy, int layers, int sent) {
    /** The ways. */
    public enum Way {
        /** The server has the image already. */
        NOTHING,
        /** Both servers talk to a registry. */
        REGISTRY,
        /** Straight through, only what the deploy server lacks. */
        MISSING_LAYERS,
        /** Straight through, the whole image. */
        WHOLE_IMAGE
    }

    /** For the log. */
    public String text() {
        return switch (way) {
            case NOTHING -> "The deploy server has the image already; nothing was sent.";
            case REGISTRY -> "The image went through the registry.";
            case MISSING_LAYERS ->
                "Sent " + sent + " of " + layers + " layers: " + bytesFromBuild + " bytes from the build server, "
                        + bytesToDeploy + " bytes to the deploy server.";
            case WHOLE_IMAGE ->
                "Sent the whole image, as the deploy server refused it without the layers that it seemed to have: "
                        + bytesFromBuild + " bytes from the build server, " + bytesToDeploy
                        + " bytes to the deploy server.";
        };
    }
}
