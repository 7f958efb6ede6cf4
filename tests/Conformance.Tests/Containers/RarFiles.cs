using System.Text;
using Conformance.Tests.Containers.Zip;

namespace Conformance.Tests.Containers;

/// <summary>RAR archives of one stored file, written by hand: no free program makes them.</summary>
internal static class RarFiles
{
    /// <summary>RAR 5.0, after its technical note.</summary>
    public static byte[] Five(string name, string content)
    {
        byte[] data = Encoding.ASCII.GetBytes(content);
        byte[] file =
        [
            2, 2, (byte)data.Length, 4, (byte)data.Length, 0xa4, 0x83, 0x02, .. ZipBuilder.Int(ZipBuilder.Crc(data)), 0, 1, (byte)name.Length,
            .. Encoding.ASCII.GetBytes(name),
        ];
        return [.. "Rar!\x1a\x07\x01\0"u8, .. Block([1, 0, 0]), .. Block(file), .. data, .. Block([5, 0, 0])];
    }

    /// <summary>RAR 4, after its technical note.</summary>
    public static byte[] Four(string name, string content)
    {
        byte[] data = Encoding.ASCII.GetBytes(content);
        byte[] file =
        [
            0x74, 0, 0x80, .. ZipBuilder.Short(32 + name.Length), .. ZipBuilder.Int((uint)data.Length), .. ZipBuilder.Int((uint)data.Length), 3,
            .. ZipBuilder.Int(ZipBuilder.Crc(data)), 0, 0, 0x21, 0x5c, 20, 0x30, .. ZipBuilder.Short(name.Length), .. ZipBuilder.Int(0x81a4),
            .. Encoding.ASCII.GetBytes(name),
        ];
        return
        [
            .. "Rar!\x1a\x07\0"u8, .. Old([0x73, 0, 0, 13, 0, 0, 0, 0, 0, 0, 0]), .. Old(file), .. data, .. Old([0x7b, 0, 0x40, 7, 0]),
        ];
    }

    private static byte[] Block(byte[] header)
    {
        byte[] sized = [(byte)header.Length, .. header];
        return [.. ZipBuilder.Int(ZipBuilder.Crc(sized)), .. sized];
    }

    private static byte[] Old(byte[] header) => [.. ZipBuilder.Short((int)(ZipBuilder.Crc(header) & 0xffff)), .. header];
}
