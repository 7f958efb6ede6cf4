namespace Conformance.Containers.Zip;

/// <summary>The general purpose bits that matter here (APPNOTE.TXT 4.4.4).</summary>
internal static class ZipFlags
{
    public const int Encrypted = 1;

    /// <summary>Checksum and sizes come after the data.</summary>
    public const int Descriptor = 1 << 3;

    /// <summary>Name and comment are UTF-8.</summary>
    public const int Utf8 = 1 << 11;
}
