using System.Diagnostics;
using System.Globalization;
using Conformance.Generator.Events;
using Conformance.Generator.Rooms.Output;
using Conformance.Generator.Rooms.Recipes;
using Conformance.Signatures.Cryptography;

namespace Conformance.Benchmarks.Generation;

/// <summary>
/// <c>generate</c>: generation against what Ed25519 alone takes for as many signatures on the same cores, in alternating runs. What a generator does besides signing is
/// the difference.
/// </summary>
internal static class GenerateCommand
{
    private const int SignedBytes = 600;

    public static int Run(ReadOnlySpan<string> args, TextWriter output)
    {
        string preset = args.Length > 0 ? args[0] : "matrix-hq-2022";
        int runs = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5;
        int cores = Environment.ProcessorCount;
        string file = Path.Combine(Path.GetTempPath(), "conformance-generate.tar");
        var ratios = new List<double>();
        output.WriteLine($"{preset}, {cores} cores, {Ed25519Libraries.Default!.Name}");
        for (int i = 0; i < runs; i++)
        {
            var watch = Stopwatch.StartNew();
            GenerateResult result = ArchiveOutput.Write(new GenerateOptions { Recipe = Presets.Find(preset)!, Output = file });
            double generated = result.Events / watch.Elapsed.TotalSeconds;
            double signed = SignAlone(result.Events, cores);
            ratios.Add(generated / signed);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.Events} events: generated {generated:0}/s, signed alone {signed:0}/s, ratio {generated / signed:0.00}"));
        }

        ratios.Sort();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio median {ratios[ratios.Count / 2]:0.00} ({ratios[0]:0.00}–{ratios[^1]:0.00})"));
        File.Delete(file);
        return 0;
    }

    private static double SignAlone(long count, int cores)
    {
        Ed25519SecretKey key = new ServerKeys().KeyOf("example.org");
        var message = new byte[SignedBytes];
        var watch = Stopwatch.StartNew();
        Parallel.For(0, cores, new ParallelOptions { MaxDegreeOfParallelism = cores }, core =>
        {
            Span<byte> signature = stackalloc byte[Ed25519Library.SignatureLength];
            for (long i = core; i < count; i += cores)
            {
                key.Sign(message, signature);
            }
        });
        return count / watch.Elapsed.TotalSeconds;
    }
}
