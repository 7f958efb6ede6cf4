using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Conformance.Tests.Containers.Zip;

/// <summary>Writes ZIP archives byte by byte, faults included: every number of every header can be set.</summary>
internal sealed class ZipBuilder
{
    private readonly List<byte> _bytes = [];
    private readonly List<Entry> _records = [];

    /// <summary>One entry: what stands in its two headers, and its data.</summary>
    internal sealed record Entry(string Name, byte[] Data)
    {
        public string? LocalName { get; init; }

        public int Method { get; init; }

        public int? LocalMethod { get; init; }

        public int Flags { get; init; }

        public uint Crc { get; init; }

        public uint? LocalCrc { get; init; }

        public uint Size { get; init; }

        public uint? LocalSize { get; init; }

        public uint CompressedSize { get; init; }

        public uint? LocalCompressedSize { get; init; }

        public uint? Offset { get; init; }

        public byte[] Extra { get; init; } = [];

        public byte[] Descriptor { get; init; } = [];

        public int MadeBy { get; init; } = 0x0314;

        public uint Attributes { get; init; } = 0x81a40000;

        public bool Listed { get; init; } = true;

        public bool HasLocal { get; init; } = true;
    }

    public static Entry Stored(string name, string content = "content") => Made(name, content, Encoding.Latin1.GetBytes(content), 0);

    public static Entry Deflated(string name, string content = "content")
    {
        using var data = new MemoryStream();
        using (var deflate = new DeflateStream(data, CompressionLevel.Optimal, true))
        {
            deflate.Write(Encoding.Latin1.GetBytes(content));
        }

        return Made(name, content, data.ToArray(), 8);
    }

    /// <summary>The checksum, bit by bit as RFC 1952 has it.</summary>
    public static uint Crc(byte[] bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in bytes)
        {
            crc ^= value;
            for (int i = 0; i < 8; i++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xedb88320 : crc >> 1;
            }
        }

        return ~crc;
    }

    public ZipBuilder Raw(params byte[] bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }

    public ZipBuilder Add(Entry record)
    {
        _records.Add(record with { Offset = record.Offset ?? (uint)_bytes.Count });
        if (record.HasLocal)
        {
            byte[] name = Encoding.Latin1.GetBytes(record.LocalName ?? record.Name);
            Raw("PK\x03\x04"u8.ToArray()).Raw(Short(20)).Raw(Short(record.Flags)).Raw(Short(record.LocalMethod ?? record.Method)).Raw(new byte[4]);
            Raw(Int(record.LocalCrc ?? record.Crc)).Raw(Int(record.LocalCompressedSize ?? record.CompressedSize));
            Raw(Int(record.LocalSize ?? record.Size)).Raw(Short(name.Length)).Raw(Short(0)).Raw(name).Raw(record.Data).Raw(record.Descriptor);
        }

        return this;
    }

    public byte[] End(string comment = "", int? count = null, int disk = 0, uint? offset = null, uint? size = null)
    {
        int start = _bytes.Count;
        foreach (Entry record in _records.Where(record => record.Listed))
        {
            byte[] name = Encoding.Latin1.GetBytes(record.Name);
            Raw("PK\x01\x02"u8.ToArray()).Raw(Short(record.MadeBy)).Raw(Short(20)).Raw(Short(record.Flags)).Raw(Short(record.Method)).Raw(new byte[4]);
            Raw(Int(record.Crc)).Raw(Int(record.CompressedSize)).Raw(Int(record.Size)).Raw(Short(name.Length)).Raw(Short(record.Extra.Length));
            Raw(Short(0)).Raw(Short(0)).Raw(Short(0)).Raw(Int(record.Attributes)).Raw(Int(record.Offset!.Value)).Raw(name).Raw(record.Extra);
        }

        int length = _bytes.Count - start;
        int entries = count ?? _records.Count(record => record.Listed);
        Raw("PK\x05\x06"u8.ToArray()).Raw(Short(disk)).Raw(Short(disk)).Raw(Short(entries)).Raw(Short(entries));
        Raw(Int(size ?? (uint)length)).Raw(Int(offset ?? (uint)start)).Raw(Short(comment.Length)).Raw(Encoding.Latin1.GetBytes(comment));
        return [.. _bytes];
    }

    public static byte[] Short(int value) => [(byte)value, (byte)(value >> 8)];

    public static byte[] Int(uint value)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return bytes;
    }

    private static Entry Made(string name, string content, byte[] data, int method) => new(name, data)
    {
        Method = method,
        Crc = Crc(Encoding.Latin1.GetBytes(content)),
        Size = (uint)content.Length,
        CompressedSize = (uint)data.Length,
    };
}
