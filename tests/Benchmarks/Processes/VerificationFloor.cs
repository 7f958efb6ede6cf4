using System.Diagnostics;
using System.Security.Cryptography;
using Conformance.Signatures.Cryptography;

namespace Conformance.Benchmarks.Processes;

/// <summary>Nothing but Ed25519 verifications by the system's library, spread over threads: what a check of signatures can't do without.</summary>
internal sealed class VerificationFloor
{
    private const int Keys = 100;
    private const int Messages = 4_000;
    private const int MessageBytes = 500;

    private readonly Ed25519Library _library;
    private readonly Ed25519PublicKey[] _keys = new Ed25519PublicKey[Keys];
    private readonly byte[][] _messages = new byte[Messages][];
    private readonly byte[][] _signatures = new byte[Messages][];

    /// <summary>Makes keys, messages and signatures.</summary>
    /// <exception cref="ArgumentException">The system has no library.</exception>
    public VerificationFloor()
    {
        _library = Ed25519Libraries.Default ?? throw new ArgumentException(Ed25519Libraries.Advice);
        var secrets = new Ed25519SecretKey[Keys];
        for (int i = 0; i < Keys; i++)
        {
            secrets[i] = _library.KeyFromSeed(SHA256.HashData(BitConverter.GetBytes(i)));
            _keys[i] = secrets[i].PublicKey;
        }

        for (int i = 0; i < Messages; i++)
        {
            _messages[i] = new byte[MessageBytes];
            BitConverter.TryWriteBytes(_messages[i], i);
            _signatures[i] = new byte[Ed25519Library.SignatureLength];
            secrets[i % Keys].Sign(_messages[i], _signatures[i]);
        }
    }

    /// <summary>The library that verifies.</summary>
    public string Library => $"{_library.Name} {_library.Version}";

    /// <summary>Verifies.</summary>
    /// <param name="count">How many signatures.</param>
    /// <param name="threads">On how many threads.</param>
    /// <returns>What it took; peak and exit code mean nothing.</returns>
    /// <exception cref="InvalidOperationException">A good signature was refused.</exception>
    public Measurement Run(int count, int threads)
    {
        TimeSpan cpu = Process.GetCurrentProcess().TotalProcessorTime;
        long start = Stopwatch.GetTimestamp();
        var workers = new Thread[threads];
        int bad = 0;
        for (int t = 0; t < threads; t++)
        {
            int first = t;
            workers[t] = new Thread(() =>
            {
                for (int i = first; i < count; i += threads)
                {
                    int at = i % Messages;
                    if (!_library.Verify(_keys[at % Keys], _messages[at], _signatures[at]))
                    {
                        Interlocked.Increment(ref bad);
                    }
                }
            });
            workers[t].Start();
        }

        foreach (Thread worker in workers)
        {
            worker.Join();
        }

        double wall = Stopwatch.GetElapsedTime(start).TotalSeconds;
        double used = (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds;
        return bad == 0 ? new Measurement(wall, used, 0, 0) : throw new InvalidOperationException($"{bad} good signatures were refused.");
    }
}
