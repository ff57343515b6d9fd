package redline.intake.sheet;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import redline.quantity.Text;

/** The zip package of a workbook. Nothing is unpacked to disk; names of parts do not tell upper from lower case. */
final class Archive implements AutoCloseable {
    private final ZipFile zip;
    private final Map<String, ZipEntry> parts = new LinkedHashMap<>();
    private long unpacked;

    private Archive(ZipFile zip) {
        this.zip = zip;
    }

    static Archive open(Path path) throws IOException, SheetFault {
        ZipFile zip;
        try {
            zip = new ZipFile(path.toFile());
        } catch (ZipException | EOFException unreadable) {
            throw noZip(path, unreadable);
        } catch (IllegalArgumentException unreadable) {
            throw SheetFault.damaged("");
        }
        Archive archive = new Archive(zip);
        try {
            archive.list();
            return archive;
        } catch (SheetFault refused) {
            archive.close();
            throw refused;
        } catch (RuntimeException unreadable) {
            archive.close();
            throw SheetFault.damaged("");
        }
    }

    private static SheetFault noZip(Path path, IOException why) throws IOException {
        String message = String.valueOf(why.getMessage());
        if (message.contains("encrypted")) {
            return OleFile.password();
        }
        Text again = new Text(
                "请核对文件大小，重新上传;原文件也打不开的，从 Excel 或 WPS 重新另存为 .xlsx",
                "Compare the file size and upload it again; "
                        + "where the original does not open either, save it anew as .xlsx");
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            byte[] first = new byte[4];
            boolean zip = file.read(first) == 4 && first[0] == 'P' && first[1] == 'K';
            if (!zip) {
                return new SheetFault(
                        "",
                        new Text("不是 XLSX 工作簿(不是 zip 包)", "Not an XLSX workbook (no zip package)"),
                        new Text("请用 Excel 或 WPS 打开，另存为 .xlsx", "Open it in Excel or WPS and save it as .xlsx"));
            }
        }
        return message.contains("END header")
                ? new SheetFault("", new Text("文件不完整，可能没有传完", "The file is not whole; it may be cut off"), again)
                : new SheetFault(
                        "", new Text("文件坏了，zip 目录读不了", "The file is damaged: its zip directory cannot be read"), again);
    }

    private void list() throws SheetFault {
        long declared = 0;
        if (zip.size() > SheetLimits.PARTS) {
            throw SheetFault.tooLarge(
                    "",
                    "包里有 " + zip.size() + " 个部分，多于 " + SheetLimits.PARTS,
                    "The package has " + zip.size() + " parts, more than " + SheetLimits.PARTS);
        }
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            if (entry.isDirectory()) {
                continue;
            }
            declared += Math.max(0, entry.getSize());
            if (parts.put(key(entry.getName()), entry) != null) {
                throw new SheetFault(
                        entry.getName(),
                        new Text(
                                "包里有两个同名的部分，内容可能不同，无法认定哪个算数",
                                "Two parts have the same name and may differ; it cannot be told which one counts"),
                        new Text(
                                "请用 Excel 或 WPS 打开核对，另存为新的 .xlsx",
                                "Open and check it in Excel or WPS, then save it as a new .xlsx"));
            }
        }
        if (declared > 2 * SheetLimits.UNPACKED) {
            String most = 2 * SheetLimits.UNPACKED / 1024 / 1024 + " MB";
            throw SheetFault.tooLarge("", "解压后大于 " + most, "Larger than " + most + " when unpacked");
        }
    }

    private static String key(String name) {
        String plain = name.replace('\\', '/').toLowerCase(Locale.ROOT);
        return plain.startsWith("/") ? plain.substring(1) : plain;
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    boolean has(String name) {
        return parts.containsKey(key(name));
    }

    boolean hasFolder(String folder) {
        return parts.keySet().stream().anyMatch(name -> name.startsWith(folder));
    }

    /** The part as XML, to be closed. */
    XmlPart xml(String name) throws SheetFault {
        return XmlPart.open(stream(name), name);
    }

    /** A damaged part can hold other numbers than were written, so its checksum is looked at where it is read to the end. */
    GuardedStream stream(String name) throws SheetFault {
        ZipEntry entry = parts.get(key(name));
        if (entry == null) {
            throw new SheetFault(
                    name,
                    new Text("工作簿缺这一部分", "The workbook lacks this part"),
                    new Text("请用 Excel 或 WPS 打开，另存为新的 .xlsx", "Open it in Excel or WPS and save it as a new .xlsx"));
        }
        try {
            InputStream in = zip.getInputStream(entry);
            if (in == null) {
                throw SheetFault.damaged(name);
            }
            return new GuardedStream(checked(in, entry), name, entry.getCompressedSize(), this::spend);
        } catch (IOException | RuntimeException unreadable) {
            throw SheetFault.damaged(name);
        }
    }

    private static InputStream checked(InputStream in, ZipEntry entry) {
        return new CheckedInputStream(in, new CRC32()) {
            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                int count = super.read(bytes, from, length);
                if (count < 0 && getChecksum().getValue() != entry.getCrc()) {
                    throw new ZipException("checksum");
                }
                return count;
            }
        };
    }

    private void spend(long bytes) {
        unpacked += bytes;
        if (unpacked > SheetLimits.UNPACKED) {
            throw new GuardedStream.Beyond();
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
