package pms.upload.image;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import pms.upload.body.FileName;
import pms.upload.format.Inspection;
import pms.upload.format.PixelSize;

/**
 * A file that lies in the store to its last byte and is a picture; nobody owns it yet.
 *
 * @param fileName as the client wrote it
 */
record Received(String objectKey, Optional<String> fileName, Inspection.Picture picture, long bytes, String sha256) {

  Taken asNew(String owner, UUID id) {
    String name = FileName.clean(fileName.orElse(""), "image." + picture.type().extension());
    return new Taken(owner, id, name, type(), bytes, sha256, width(), height());
  }

  /** Without a name of its own it keeps that of the file before, but for what the extension says. */
  StoredOriginal replacing(Image image, Instant now) {
    StoredOriginal file = new StoredOriginal();
    file.ownerId = image.ownerId;
    file.imageId = image.id;
    file.number = image.originals + 1;
    file.fileName = FileName.clean(fileName.orElse(""), nameAfter(image));
    file.type = type();
    file.bytes = bytes;
    file.sha256 = sha256;
    file.objectKey = objectKey;
    file.width = width();
    file.height = height();
    file.storedAt = now;
    return file;
  }

  private String nameAfter(Image image) {
    return image.type.equals(type())
        ? image.fileName
        : image.fileName.replaceFirst("\\.[^.]{1,5}$", "") + "." + picture.type().extension();
  }

  String type() {
    return picture.type().mediaType();
  }

  private Integer width() {
    return picture.size().map(PixelSize::width).orElse(null);
  }

  private Integer height() {
    return picture.size().map(PixelSize::height).orElse(null);
  }
}
