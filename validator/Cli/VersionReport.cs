using System.Runtime.InteropServices;
using System.Text;
using Conformance.Containers.LibArchive;
using Conformance.Signatures.Cryptography;

namespace Conformance.Cli;

/// <summary><c>--version --verbose</c>: the versions of all that a verdict can depend on, and where the system's libraries were found.</summary>
internal static class VersionReport
{
    /// <summary>Writes it, one line for each part.</summary>
    public static void Write(Stream output)
    {
        string[] lines =
        [
            $"validate {ToolVersion.Text}",
            $"runtime: {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}",
            $"signatures (Ed25519): {Ed25519(Ed25519Libraries.Default)}",
            $".rar, .7z, .tar.xz, .tar.zst: {LibArchive(LibArchiveLibrary.Instance)}",
        ];
        output.Write(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n"))));
    }

    /// <summary>What is said of the library for signatures.</summary>
    internal static string Ed25519(Ed25519Library? library) =>
        library is null ? $"not checked. {Ed25519Libraries.Advice}" : $"{library.Name} {library.Version}{In(library.Path)}";

    /// <summary>What is said of the library for containers.</summary>
    internal static string LibArchive(LibArchiveLibrary? library) => library is null
        ? "not read. They need libarchive (Debian and Ubuntu: apt install libarchive13; Fedora: dnf install libarchive; Alpine: apk add libarchive)."
        : $"libarchive {library.Version}{In(NativeModule.PathOf(library.VersionFunction))}";

    private static string In(string? path) => path is null ? "" : $" ({path})";
}
