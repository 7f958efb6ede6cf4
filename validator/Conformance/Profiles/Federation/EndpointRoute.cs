namespace Conformance.Profiles.Federation;

/// <summary>A method and a path that lead to an endpoint.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path, with names between braces for what varies.</param>
internal sealed record EndpointRoute(string Method, string Path)
{
    private readonly string[] _segments = Path.Split('/');

    /// <summary>Takes a path apart.</summary>
    /// <param name="segments">The parts of a path between slashes, decoded.</param>
    /// <returns>What varies, by name; null when the path leads elsewhere.</returns>
    public IReadOnlyDictionary<string, string>? Match(string[] segments)
    {
        if (segments.Length != _segments.Length)
        {
            return null;
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int i = 0; i < segments.Length; i++)
        {
            if (_segments[i] is ['{', .., '}'] name)
            {
                values[name[1..^1]] = segments[i];
            }
            else if (_segments[i] != segments[i])
            {
                return null;
            }
        }

        return values;
    }
}
