using System.Text;

namespace Conformance.Containers.Paths;

/// <summary>Makes paths comparable the way systems do that ignore case or the composition of characters.</summary>
internal static class PathFolding
{
    /// <summary>A key that is the same for paths that differ in case or in canonical composition only.</summary>
    public static string Key(string path)
    {
        if (Ascii.IsValid(path))
        {
            return path.AsSpan().ContainsAnyInRange('A', 'Z') ? path.ToLowerInvariant() : path;
        }

        // Upper case first: it brings together letters that share one capital, such as the two small sigmas.
        return CanonicalDecomposition.Of(CanonicalDecomposition.Of(path).ToUpperInvariant().ToLowerInvariant());
    }

    /// <summary>Whether two paths are canonically equivalent.</summary>
    public static bool SameWhenNormalized(string path, string other) =>
        CanonicalDecomposition.Of(path) == CanonicalDecomposition.Of(other);
}
