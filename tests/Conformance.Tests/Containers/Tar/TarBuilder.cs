using System.Text;

namespace Conformance.Tests.Containers.Tar;

/// <summary>Writes tar archives byte by byte, faults included.</summary>
internal sealed class TarBuilder
{
    private readonly List<byte> _bytes = [];

    public static byte[] Header(string name, char type = '0', string size = "00000000000", string link = "", string magic = "ustar\000", string prefix = "")
    {
        byte[] block = new byte[512];
        Put(block, 0, name);
        Put(block, 100, "0000644\0");
        Put(block, 108, "0000000\0");
        Put(block, 116, "0000000\0");
        Put(block, 124, size);
        Put(block, 136, "00000000000");
        block[156] = (byte)type;
        Put(block, 157, link);
        Put(block, 257, magic);
        Put(block, 345, prefix);
        return Checksum(block);
    }

    public static byte[] Checksum(byte[] block)
    {
        Put(block, 148, "        ");
        int sum = block.Sum(value => value);
        Put(block, 148, Convert.ToString(sum, 8).PadLeft(6, '0') + "\0 ");
        return block;
    }

    public static string Octal(long size) => Convert.ToString(size, 8).PadLeft(11, '0');

    public TarBuilder Raw(params byte[] bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }

    public TarBuilder Data(string data)
    {
        byte[] bytes = Encoding.Latin1.GetBytes(data);
        return Raw(bytes).Raw(new byte[-bytes.Length & 511]);
    }

    public TarBuilder File(string name, string data = "x", char type = '0', string link = "") =>
        Raw(Header(name, type, Octal(data.Length), link)).Data(data);

    public TarBuilder Empty(string name, char type, string link = "") => Raw(Header(name, type, link: link));

    public TarBuilder Pax(string records, char type = 'x') => File("PaxHeaders/x", records, type);

    public static string Record(string key, string value)
    {
        int rest = key.Length + value.Length + 3;
        int length = rest + 1;
        while (length != rest + length.ToString().Length)
        {
            length++;
        }

        return $"{length} {key}={value}\n";
    }

    public byte[] Unended() => [.. _bytes];

    public byte[] End() => Raw(new byte[1024]).Unended();

    private static void Put(byte[] block, int at, string text) => Encoding.Latin1.GetBytes(text).CopyTo(block, at);
}
