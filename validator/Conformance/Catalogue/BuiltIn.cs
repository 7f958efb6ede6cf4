using System.Reflection;

namespace Conformance.Catalogue;

/// <summary>The data under <c>schemas/</c>, which is built into the assembly.</summary>
internal static class BuiltIn
{
    private static Assembly Assembly => typeof(BuiltIn).Assembly;

    /// <summary>The names of the files in a folder, in ordinal order.</summary>
    public static IEnumerable<string> Names(string folder) => Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(folder, StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    /// <summary>The contents of the files in a folder, in the order of their names.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Read(string folder) => Names(folder).Select(name => (ReadOnlyMemory<byte>)File(name)!);

    /// <summary>The content of one file; null when there is none of that name.</summary>
    public static byte[]? File(string name)
    {
        using Stream? stream = Assembly.GetManifestResourceStream(name);
        if (stream is null)
        {
            return null;
        }

        byte[] content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
