using System.Collections.Immutable;
using Conformance.Findings;
using Conformance.Signatures.Cryptography;

namespace Conformance.Signatures.Keys;

/// <summary>
/// The public keys that the user gives, as files in any of the forms of <c>docs/formats/signatures.md</c>. They are trusted as given.
/// Immutable.
/// </summary>
public sealed class TrustedKeys
{
    /// <summary>The most keys of one server that are used of the archive's own item: each costs time at every event of the server.</summary>
    internal const int MaxItemKeys = 100;

    private readonly ImmutableArray<KeyFile> _files;

    private TrustedKeys(ImmutableArray<KeyFile> files) => _files = files;

    /// <summary>No keys at all.</summary>
    public static TrustedKeys None { get; } = new([]);

    /// <summary>Whether a file was given.</summary>
    public bool AreGiven => !_files.IsEmpty;

    /// <summary>Reads one file more. What was given first counts where files differ.</summary>
    /// <param name="content">The file.</param>
    /// <param name="file">Its name, for reports.</param>
    /// <param name="problem">Why no key of the file can be used, and what to do, in one line; null when there is one.</param>
    /// <returns>All keys; null when no key of this file can be used.</returns>
    public TrustedKeys? With(ReadOnlyMemory<byte> content, string file, out string? problem)
    {
        ArgumentNullException.ThrowIfNull(file);

        // A signing key doesn't tell whose it is; in a run it is the archive's own server's.
        KeyFile read = KeyFileReader.Read(content, file, Ed25519Libraries.Default, ownServer: "");
        KeyProblem? refusal = read.Keys.Count > 0 || read.Problems.Any(p => p.Kind == KeyProblemKind.NoLibrary)
            ? null
            : read.Problems.FirstOrDefault(p => p.Kind != KeyProblemKind.NoSelfSignature) ?? new KeyProblem(KeyProblemKind.NoKeys, read.File, "");
        problem = refusal is null ? null : $"{refusal.Place}: {refusal.What} {refusal.Remedy}";
        return refusal is null ? new TrustedKeys(_files.Add(read)) : null;
    }

    /// <summary>The key that files give for a server under an ID; null when they give none.</summary>
    internal ServerKey? Find(string server, string keyId) =>
        All.FirstOrDefault(key => key.Server == server && key.KeyId == keyId);

    /// <summary>All keys of the files, in order. A signing key has an empty server, which stands for the archive's own.</summary>
    internal IEnumerable<ServerKey> All => _files.SelectMany(file => file.Keys);

    /// <summary>Puts all keys of a run together.</summary>
    /// <param name="ownServer">The server whose archive it is; null when it isn't known.</param>
    /// <param name="ownKey">The key in its <c>m.core</c>; null when there is none. Where a file gives another under its ID, that one is used.</param>
    /// <param name="item">The archive's own item of keys, which is trusted least; null when there is none.</param>
    /// <returns>The keys, and what is wrong with those of files.</returns>
    internal (KeyRing Ring, ImmutableArray<KeyProblem> Problems) For(string? ownServer, ServerKey? ownKey, KeyFile? item = null)
    {
        var builder = new KeyRingBuilder();
        ImmutableArray<KeyProblem>.Builder problems = ImmutableArray.CreateBuilder<KeyProblem>();
        foreach (KeyFile file in _files)
        {
            problems.AddRange(file.Problems);
            foreach (ServerKey key in file.Keys)
            {
                if (key.Server.Length > 0)
                {
                    builder.Add(key);
                }
                else if (ownServer is not null)
                {
                    builder.Add(key with { Server = ownServer });
                }
                else
                {
                    problems.Add(new KeyProblem(KeyProblemKind.NoServer, key.Source.File, ""));
                }
            }
        }

        problems.AddRange(builder.Problems);
        if (ownKey is not null)
        {
            builder.Add(ownKey);
        }

        if (item is not null)
        {
            Add(item, builder, problems);
        }

        return (builder.Build(), problems.ToImmutable());
    }

    /// <summary>Adds the archive's own item. Keys that differ from those known are findings of their own (SIG006).</summary>
    private static void Add(KeyFile item, KeyRingBuilder builder, ImmutableArray<KeyProblem>.Builder problems)
    {
        problems.AddRange(item.Problems.Where(problem => problem.Kind is KeyProblemKind.UnknownAlgorithm or KeyProblemKind.NoSelfSignature));
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (ServerKey key in item.Keys)
        {
            int count = counts[key.Server] = counts.GetValueOrDefault(key.Server) + 1;
            if (count <= MaxItemKeys)
            {
                builder.Add(key);
            }
            else if (count == MaxItemKeys + 1)
            {
                problems.Add(new KeyProblem(KeyProblemKind.TooManyKeys, item.File, "", Quoting.Safe(key.Server)));
            }
        }
    }
}
