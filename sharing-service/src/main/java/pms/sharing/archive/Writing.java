package pms.sharing.archive;

import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import pms.sharing.page.Cursor;
import pms.sharing.publicpage.Disposition;
import pms.sharing.publicpage.KeptFile;

/** Writes albums as folders, picture by picture; a reader who goes away ends it with the next write. */
final class Writing {

  private static final int PAGE = 100;

  private final List<ArchivedAlbum> tree;
  private final Source source;
  private final Archive archive;

  private Writing(List<ArchivedAlbum> tree, Source source, Archive archive) {
    this.tree = tree;
    this.source = source;
    this.archive = archive;
  }

  /** @param tree from the outside in; the first has no folder */
  static Response answer(String title, List<ArchivedAlbum> tree, Source source, Request request) {
    StreamingOutput whole = out -> {
      try (Archive archive = new Archive(out)) {
        new Writing(tree, source, archive).write();
      }
    };
    return Response.ok()
        .type("application/zip")
        .header("Content-Disposition", Disposition.attachment(EntryNames.safe(title, "Pictures") + ".zip"))
        .header("Cache-Control", "private, no-store")
        .entity(request.getMethod().equals("HEAD") ? null : whole)
        .build();
  }

  private void write() throws IOException {
    Map<UUID, String> folders = new HashMap<>();
    try {
      for (ArchivedAlbum album : tree) {
        String around = folders.get(album.parent());
        folders.put(album.id(), around == null ? "" : archive.folder(around, album.title()));
        write(album, folders.get(album.id()));
      }
    } catch (Source.Ended ended) {
      archive.cutShort();
    }
    archive.complete();
  }

  private void write(ArchivedAlbum album, String folder) throws IOException, Source.Ended {
    List<Source.Item> page = source.page(album, Cursor.parse(null), PAGE);
    while (!page.isEmpty()) {
      for (Source.Item item : page) {
        add(folder, item);
      }
      page = source.page(album, page.getLast().cursor(), PAGE);
    }
  }

  private void add(String folder, Source.Item item) throws IOException, Source.Ended {
    Optional<KeptFile> opened = source.open(item);
    if (opened.isEmpty()) {
      archive.leaveOut(folder, item.name());
      return;
    }
    try (KeptFile file = opened.get()) {
      archive.add(folder, file);
    }
  }
}
