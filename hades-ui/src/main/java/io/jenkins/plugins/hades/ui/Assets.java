package io.jenkins.plugins.hades.ui;

import io.jenkins.plugins.hades.ui.web.WebAsset;
import io.jenkins.plugins.hades.ui.web.WebAssets;
import java.io.IOException;
import java.util.Optional;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/** Gives out the scripts and styles of the pages. */
public final class Assets {
    private final WebAssets assets = new WebAssets();

    Assets() {}

    /** Answers with the file of the rest of the path. A browser asks each time whether its copy is still good. */
    public void doDynamic(StaplerRequest2 request, StaplerResponse2 response) throws IOException {
        Optional<WebAsset> asset = assets.find(request.getRestOfPath().replaceFirst("^/", ""));
        if (asset.isEmpty()) {
            response.sendError(404);
            return;
        }
        String known = request.getHeader("If-None-Match");
        response.setHeader("ETag", asset.get().tag());
        response.setHeader("Cache-Control", "no-cache");
        if (known != null && asset.get().known(known)) {
            response.setStatus(304);
            return;
        }
        response.setContentType(asset.get().type());
        response.setContentLength(asset.get().length());
        asset.get().writeTo(response.getOutputStream());
    }
}
