namespace Conformance.Containers.Zip;

/// <summary>Compression methods (APPNOTE.TXT 4.4.5).</summary>
internal static class ZipMethods
{
    public const int Stored = 0;
    public const int Deflate = 8;

    public static string Name(int method) => method switch
    {
        9 => "9 (Deflate64)",
        12 => "12 (bzip2)",
        14 => "14 (LZMA)",
        93 => "93 (Zstandard)",
        95 => "95 (XZ)",
        98 => "98 (PPMd)",
        99 => "99 (AES encryption)",
        _ => method.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };
}
