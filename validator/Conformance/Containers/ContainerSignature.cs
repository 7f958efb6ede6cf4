namespace Conformance.Containers;

/// <summary>Formats that the first bytes tell apart.</summary>
internal enum ContainerSignature
{
    /// <summary>None of the others.</summary>
    None,
    Gzip,
    Zip,
    Tar,
    Rar,
    SevenZip,
    Xz,
    Zstandard,
    Bzip2,
}
