namespace Conformance.Containers.Tar;

/// <summary>One header block (POSIX.1-2017, pax, "ustar Interchange Format"; the older V7 and the GNU forms too).</summary>
internal readonly ref struct TarHeader(ReadOnlySpan<byte> block)
{
    public const int BlockBytes = 512;

    private const int ChecksumAt = 148;
    private const int ChecksumBytes = 8;

    private readonly ReadOnlySpan<byte> _block = block;

    public byte Type => _block[156];

    public ReadOnlySpan<byte> Name => Text(0, 100);

    public ReadOnlySpan<byte> LinkName => Text(157, 100);

    /// <summary>What goes before the name and a slash; only POSIX headers have it, GNU puts other things there.</summary>
    public ReadOnlySpan<byte> Prefix => IsPosix ? Text(345, 155) : [];

    /// <summary>The size; null when the field is no number.</summary>
    public long? Size => TarNumber.Read(_block.Slice(124, 12));

    public ReadOnlySpan<byte> SizeField => _block.Slice(124, 12);

    /// <summary>Whether blocks of a GNU sparse map follow the header.</summary>
    public bool SparseMapGoesOn => _block[482] != 0;

    private bool IsPosix => _block.Slice(257, 6).SequenceEqual("ustar\0"u8);

    public static bool IsZero(ReadOnlySpan<byte> block) => !block.ContainsAnyExcept((byte)0);

    /// <summary>Whether the stored checksum is that of the block. Some old writers summed signed bytes.</summary>
    public static bool HasChecksum(ReadOnlySpan<byte> block)
    {
        long? stored = TarNumber.Read(block.Slice(ChecksumAt, ChecksumBytes));
        if (stored is null or 0)
        {
            return false;
        }

        int sum = ChecksumBytes * ' ';
        int signedSum = sum;
        for (int i = 0; i < BlockBytes; i++)
        {
            if (i is < ChecksumAt or >= ChecksumAt + ChecksumBytes)
            {
                sum += block[i];
                signedSum += (sbyte)block[i];
            }
        }

        return stored == sum || stored == signedSum;
    }

    private ReadOnlySpan<byte> Text(int start, int length)
    {
        ReadOnlySpan<byte> field = _block.Slice(start, length);
        int end = field.IndexOf((byte)0);
        return end < 0 ? field : field[..end];
    }
}
