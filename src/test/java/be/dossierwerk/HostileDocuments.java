package be.dossierwerk;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Files that are not what they say, or more than they say. */
public final class HostileDocuments {

    private static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-" + "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    private HostileDocuments() { }

    /** The file of that name; a PDF or picture is never the same twice. */
    public static byte[] content(String what) throws IOException {
        return switch (what) {
            case "EICAR" -> ascii(EICAR);
            case "EICAR_ZIP" -> zip("eicar.com", ascii(EICAR));
            case "MACRO_DOCUMENT" -> zip("word/vbaProject.bin", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0});
            case "OLD_OFFICE" -> new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
            case "RTF" -> ascii("{\\rtf1 {\\object\\objocx}}");
            case "ZIP_BOMB" -> zip("nullen", new byte[20_000_000]);
            case "GZIP_BOMB" -> gzip(new byte[20_000_000]);
            case "HTML" -> ascii("<!DOCTYPE html><html><script>alert(1)</script></html>");
            case "HTML_THEN_PDF" -> ascii("<html><script>alert(1)</script></html>\n%PDF-1.7\n");
            case "SVG" -> ascii("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>");
            case "GIF_SCRIPT" -> ascii("GIF89a/*<script>*/=alert(1)//</script>");
            case "WINDOWS_PROGRAM" -> ascii("MZ\u0090\0\3\0\0\0\4\0\0\0");
            case "LINUX_PROGRAM" -> ascii("\177ELF\2\1\1\0\0\0\0\0");
            case "SHELL_SCRIPT" -> ascii("#!/bin/sh\nrm -rf /\n");
            case "JAVA_CLASS" -> new byte[] {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, 61};
            case "XML_ENTITY" -> ascii("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>");
            case "PNG_65535" -> png(65_535);
            case "PNG_WITHOUT_END" -> new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R'};
            case "JPEG_WITHOUT_END" -> new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F'};
            case "TIFF_WITHOUT_END" -> new byte[] {'I', 'I', 42, 0, 8, 0, 0, 0};
            case "PDF" -> ascii("%PDF-1.7\n" + UUID.randomUUID());
            case "PDF_AND_ZIP" -> together(ascii("%PDF-1.7\n" + UUID.randomUUID()), zip("x.class", new byte[] {1}));
            case "PNG" -> image(3);
            case "PNG_AND_ZIP" -> together(image(4), zip("x.class", new byte[] {1}));
            default -> throw new IllegalArgumentException(what);
        };
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] image(int side) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    /** A head that promises so many pixels a side, for which a reader would take 12 gigabytes. */
    private static byte[] png(int side) throws IOException {
        byte[] small = image(1);
        ByteBuffer head = ByteBuffer.wrap(small);
        head.putInt(16, side).putInt(20, side);
        CRC32 crc = new CRC32();
        crc.update(small, 12, 17);
        head.putInt(29, (int) crc.getValue());
        return small;
    }

    private static byte[] together(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
    }
}
