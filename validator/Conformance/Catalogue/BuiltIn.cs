using System.Reflection;

namespace Conformance.Catalogue;

/// <summary>The data under <c>schemas/</c>, which is built into the assembly.</summary>
internal static class BuiltIn
{
    private static Assembly Assembly => typeof(BuiltIn).Assembly;

    /// <summary>The contents of the files in a folder, in the ordinal order of their names.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Read(string folder)
    {
        string[] names = Array.FindAll(Assembly.GetManifestResourceNames(), name => name.StartsWith(folder, StringComparison.Ordinal));
        Array.Sort(names, StringComparer.Ordinal);
        foreach (string name in names)
        {
            yield return File(name);
        }
    }

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
