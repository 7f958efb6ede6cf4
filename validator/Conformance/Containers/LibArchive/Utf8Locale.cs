using System.Runtime.InteropServices;

namespace Conformance.Containers.LibArchive;

/// <summary>
/// libarchive turns names into the locale's character set, and a .NET program has the "C" locale, which knows ASCII only. This
/// gives the thread a UTF-8 locale for the time of a call.
/// </summary>
internal static partial class Utf8Locale
{
    private const int CharacterTypeMask = 1;

    private static readonly Lazy<nint> Locale = new(() => OperatingSystem.IsLinux() ? NewLocale(CharacterTypeMask, "C.UTF-8", 0) : 0);

    /// <summary>Enters the locale.</summary>
    /// <returns>What to leave with.</returns>
    public static nint Enter() => Locale.Value == 0 ? 0 : UseLocale(Locale.Value);

    public static void Leave(nint before)
    {
        if (before != 0)
        {
            _ = UseLocale(before);
        }
    }

    [LibraryImport("libc", EntryPoint = "newlocale", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint NewLocale(int mask, string name, nint from);

    [LibraryImport("libc", EntryPoint = "uselocale")]
    private static partial nint UseLocale(nint locale);
}
