package org.feewise.assistant.paper;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The form in which a paper is handed in, for the documentation of the calls. */
record PaperFile(
    @Schema(
            type = SchemaType.STRING,
            format = "binary",
            required = true,
            description = "a photo (JPEG, PNG, WebP) or a PDF")
        String file) {}
